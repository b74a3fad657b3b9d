// Says in words when a passkey could not be used. The work itself is done by django-allauth's scripts.
const WORDS = {
  NotAllowedError: 'No passkey was used: it was cancelled, took too long, or this device has none for us. Try again, or use another way.',
  InvalidStateError: 'This passkey is already one of yours. Choose another device.',
  SecurityError: 'Passkeys work only at this service’s own secure address. Use another way.'
}

document.addEventListener('allauth.error', function (event) {
  const place = document.getElementById('passkey-trouble')
  if (!place) return
  const exception = event.detail && event.detail.exception
  place.textContent = WORDS[exception && exception.name] || 'The passkey could not be used. Try again, or use another way.'
  place.hidden = false
  event.preventDefault()
})

if (!window.PublicKeyCredential) {
  document.querySelectorAll('[data-needs-script]').forEach(function (button) { button.hidden = true })
}
