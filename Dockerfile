# dateline in an image of one file, run by a user without rights. It listens
# nowhere and stores nothing until told: see docker-compose.yml.
FROM golang:1.26.8-alpine AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY cmd cmd
COPY graph graph
COPY loader loader
COPY schema schema
RUN CGO_ENABLED=0 go build -trimpath -buildvcs=false -ldflags="-s -w" -o /dateline ./cmd/dateline

FROM scratch
# Certificates, for addresses that are loaded and for neo4j+s.
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /dateline /dateline
USER 65532:65532
EXPOSE 8080
ENTRYPOINT ["/dateline"]
CMD ["--help"]
