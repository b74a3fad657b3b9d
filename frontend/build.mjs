// Builds what the pages load: one style sheet, the fonts, two scripts and their licences, into build/static/kit.
// Source maps are left out: the pages' file names carry a hash, and a map would name a file that is not there.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import { compile } from 'sass'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const out = join(root, 'build', 'static', 'kit')

const font = '@fontsource/atkinson-hyperlegible'
// A browser fetches a file only when letters of its range stand on the page.
const fonts = ['atkinson-hyperlegible-latin', 'atkinson-hyperlegible-latin-ext', 'noto-sans-gurmukhi-gurmukhi', 'noto-sans-arabic-arabic']
  .flatMap((name) => [`${name}-400-normal.woff2`, `${name}-700-normal.woff2`])
const scripts = {
  'govuk-frontend.min.js': 'govuk-frontend/dist/govuk/govuk-frontend.min.js',
  'htmx.min.js': 'htmx.org/dist/htmx.min.js'
}
// Typefaces for paper, as the plain files that Typst reads.
const printed = ['atkinson-hyperlegible-latin', 'noto-sans-gurmukhi-gurmukhi', 'noto-sans-arabic-arabic'].flatMap((name) => [`${name}-400`, `${name}-700`])
const licences = {
  'atkinson-hyperlegible.txt': join(modules, font, 'LICENSE'),
  'govuk-frontend.txt': join(root, 'frontend', 'licences', 'govuk-frontend.txt'), // its package carries none
  'noto-sans-arabic.txt': join(modules, '@fontsource/noto-sans-arabic', 'LICENSE'),
  'noto-sans-gurmukhi.txt': join(modules, '@fontsource/noto-sans-gurmukhi', 'LICENSE'),
  'htmx.txt': join(modules, 'htmx.org', 'LICENSE')
}

// The package of a file: what stands before the alphabet and the weight.
function family(name) {
  return name.replace(/-(latin|latin-ext|gurmukhi|arabic)-\d.*$/, '')
}

function put(name, content) {
  const path = join(out, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

// A typeface unpacked from WOFF 1.0: the same tables, each no longer compressed (www.w3.org/TR/WOFF/, sections 3 to 5).
function unpacked(woff) {
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, n) => {
    const at = 44 + 20 * n
    const [offset, packed, length] = [4, 8, 12].map((more) => woff.readUInt32BE(at + more))
    const held = woff.subarray(offset, offset + packed)
    return { tag: woff.subarray(at, at + 4), sum: woff.subarray(at + 16, at + 20), data: packed < length ? inflateSync(held) : held }
  })
  const head = Buffer.alloc(12 + 16 * count)
  const power = Math.floor(Math.log2(count))
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(16 * 2 ** power, 6)
  head.writeUInt16BE(power, 8)
  head.writeUInt16BE(16 * (count - 2 ** power), 10)
  let place = head.length
  const bodies = tables.map(({ tag, sum, data }, n) => {
    const at = 12 + 16 * n
    tag.copy(head, at)
    sum.copy(head, at + 4)
    head.writeUInt32BE(place, at + 8)
    head.writeUInt32BE(data.length, at + 12)
    const body = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
    place += body.length
    return body
  })
  return Buffer.concat([head, ...bodies])
}

rmSync(out, { recursive: true, force: true })

const { css } = compile(join(root, 'frontend', 'styles', 'golden-thread.scss'), {
  loadPaths: [join(modules, 'govuk-frontend', 'dist')],
  quietDeps: true,
  style: 'compressed'
})
put('golden-thread.css', css)

for (const name of fonts) {
  mkdirSync(join(out, 'fonts'), { recursive: true })
  cpSync(join(modules, '@fontsource', family(name), 'files', name), join(out, 'fonts', name))
}
for (const [name, source] of Object.entries(scripts)) {
  const text = readFileSync(join(modules, source), 'utf8')
  put(name, text.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'))
}
for (const [name, source] of Object.entries(licences)) put(`licences/${name}`, readFileSync(source))

const paper = join(root, 'build', 'print-fonts')
rmSync(paper, { recursive: true, force: true })
mkdirSync(paper, { recursive: true })
for (const name of printed) {
  const woff = readFileSync(join(modules, '@fontsource', family(name), 'files', `${name}-normal.woff`))
  writeFileSync(join(paper, `${name}.ttf`), unpacked(woff))
}

console.log(`Front end built: ${Math.round(css.length / 1024)} kB of styles, ${fonts.length} font files.`)
