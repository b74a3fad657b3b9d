// Keys for staff lists: j and k move, Enter opens, e edits, / searches, ? shows the help. They can be turned off, because a
// person who speaks to their computer must not set them off by talking (WCAG 2.1.4).

const store = 'golden-thread-keys'
const rows = () =>
  [...document.querySelectorAll('[data-row]')].filter((row) => row.getClientRects().length && row.querySelector('a, button'))
const isOff = () => localStorage.getItem(store) === 'off'
const isTyping = (element) => element.closest('input, textarea, select, [contenteditable="true"]')

function move(step) {
  const all = rows()
  if (!all.length) return
  const at = all.findIndex((row) => row.classList.contains('is-here'))
  const to = all[Math.min(Math.max(at + step, 0), all.length - 1)]
  for (const row of all) row.classList.toggle('is-here', row === to)
  to.querySelector('a, button').focus()
  to.scrollIntoView({ block: 'nearest' })
}

const acts = {
  j: () => move(1),
  k: () => move(-1),
  e: () => document.querySelector('.is-here [data-edit]')?.click(),
  '/': () => document.querySelector('[data-search]')?.focus(),
  '?': () => {
    const help = document.querySelector('[data-keys]')
    if (help) {
      help.open = true
      help.querySelector('summary').focus()
    }
  }
}

document.addEventListener('keydown', (event) => {
  if (isOff() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  const act = acts[event.key]
  if (!act) return
  event.preventDefault()
  act()
})

for (const box of document.querySelectorAll('[data-keys-switch]')) {
  box.checked = !isOff()
  box.addEventListener('change', () => localStorage.setItem(store, box.checked ? 'on' : 'off'))
}
for (const help of document.querySelectorAll('[data-keys]')) help.hidden = false
