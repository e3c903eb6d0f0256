// Bundles the playground into dist/ with the licences of what is in it.
import { build } from 'esbuild'
import { readFileSync, writeFileSync, readdirSync, existsSync } from 'node:fs'
import { join } from 'node:path'

const result = await build({
  entryPoints: { playground: 'main.jsx' },
  outdir: 'dist', bundle: true, minify: true, format: 'esm', target: 'es2022', jsx: 'automatic',
  charset: 'utf8', legalComments: 'none', metafile: true, define: { 'process.env.NODE_ENV': '"production"' },
  loader: { '.woff2': 'file', '.woff': 'file', '.ttf': 'file' }, assetNames: '[name]'
})

const packages = new Set()
for (const input of Object.keys(result.metafile.inputs)) {
  const found = input.match(/^.*node_modules\/((?:@[^/]+\/)?[^/]+)/)
  if (found) packages.add(found[0])
}
let text = 'The files beside this one are built from these npm packages.\n'
for (const dir of [...packages].sort()) {
  const { name, version, license } = JSON.parse(readFileSync(join(dir, 'package.json')))
  const file = readdirSync(dir).find(f => /^licen[cs]e(\.(md|txt))?$/i.test(f))
  text += `\n${'='.repeat(72)}\n${name} ${version}, ${license}\n\n`
  if (file && existsSync(join(dir, file))) text += readFileSync(join(dir, file), 'utf8').trim() + '\n'
}
writeFileSync('dist/LICENSES.txt', text)
