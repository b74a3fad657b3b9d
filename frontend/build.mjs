// Builds what the pages load: one style sheet, the fonts, two scripts and their licences, into build/static/kit.
// Source maps are left out: the pages' file names carry a hash, and a map would name a file that is not there.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from 'sass'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const modules = join(root, 'node_modules')
const out = join(root, 'build', 'static', 'kit')

const font = '@fontsource/atkinson-hyperlegible'
const fonts = ['latin-400', 'latin-700', 'latin-ext-400', 'latin-ext-700'].map(
  (name) => `atkinson-hyperlegible-${name}-normal.woff2`
)
const scripts = {
  'govuk-frontend.min.js': 'govuk-frontend/dist/govuk/govuk-frontend.min.js',
  'htmx.min.js': 'htmx.org/dist/htmx.min.js'
}
const licences = {
  'atkinson-hyperlegible.txt': join(modules, font, 'LICENSE'),
  'govuk-frontend.txt': join(root, 'frontend', 'licences', 'govuk-frontend.txt'), // its package carries none
  'htmx.txt': join(modules, 'htmx.org', 'LICENSE')
}

function put(name, content) {
  const path = join(out, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
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
  cpSync(join(modules, font, 'files', name), join(out, 'fonts', name))
}
for (const [name, source] of Object.entries(scripts)) {
  const text = readFileSync(join(modules, source), 'utf8')
  put(name, text.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n'))
}
for (const [name, source] of Object.entries(licences)) put(`licences/${name}`, readFileSync(source))

console.log(`Front end built: ${Math.round(css.length / 1024)} kB of styles, ${fonts.length} font files.`)
