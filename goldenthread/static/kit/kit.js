// Small comforts for pages that are whole without them. GOV.UK's scripts are fetched only where a page uses one.

document.documentElement.classList.add('has-script')

const here = document.querySelector('script[data-govuk]')
if (here && document.querySelector('[data-module^="govuk-"]')) {
  document.body.classList.add('js-enabled', 'govuk-frontend-supported')
  import(here.dataset.govuk).then((govuk) => {
    govuk.createAll(govuk.ErrorSummary)
    govuk.createAll(govuk.NotificationBanner)
    govuk.createAll(govuk.Button, { preventDoubleClick: true })
    govuk.createAll(govuk.CharacterCount)
    govuk.createAll(govuk.Checkboxes)
    govuk.createAll(govuk.Radios)
    govuk.createAll(govuk.SkipLink)
  })
}

// On a narrow screen a long navigation folds behind a button.
for (const toggle of document.querySelectorAll('.gt-nav__toggle')) {
  toggle.hidden = false
  toggle.setAttribute('aria-expanded', 'false')
  toggle.addEventListener('click', () => {
    toggle.setAttribute('aria-expanded', String(toggle.getAttribute('aria-expanded') !== 'true'))
  })
}

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}
