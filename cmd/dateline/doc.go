// Command dateline turns news articles into an event-timeline knowledge graph
// and answers questions about it. It wires the packages together: flags, exit
// codes and printing are here, one command a file; everything else is not.
package main
