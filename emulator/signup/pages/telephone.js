// The telephone behind a business number: the SMS that come to it, and the voice that calls.
const query = new URLSearchParams(window.location.search)
const number = query.get('number') ?? ''
const language = (query.get('lang') ?? 'es').slice(0, 2)
const WORDS = {
  es: {
    what: 'teléfono de la línea',
    sms: 'SMS',
    call: 'Llamada',
    empty: 'Aquí llega el código, por SMS o por llamada.',
    listen: 'Escuchar',
  },
  en: {
    what: 'telephone of the line',
    sms: 'SMS',
    call: 'Call',
    empty: 'The code comes here, by SMS or by call.',
    listen: 'Listen',
  },
  pt: {
    what: 'telefone da linha',
    sms: 'SMS',
    call: 'Ligação',
    empty: 'O código chega aqui, por SMS ou por ligação.',
    listen: 'Ouvir',
  },
}
const words = WORDS[language] ?? WORDS.es
document.documentElement.lang = language
const theme = query.get('theme')
if (theme) document.documentElement.dataset.theme = theme
const at = (id) => document.getElementById(id)
at('number').textContent = number
at('what').textContent = words.what
at('empty').textContent = words.empty

function row({ kind, at: when, text, language: spoken }) {
  const item = document.createElement('li')
  item.dataset.testid = 'telephone-ring'
  const head = document.createElement('header')
  const time = document.createElement('time')
  time.textContent = new Date(when).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' })
  head.append(words[kind], time)
  const body = document.createElement('p')
  body.textContent = text
  item.append(head, body)
  if (kind === 'call' && 'speechSynthesis' in window) {
    const listen = document.createElement('button')
    listen.type = 'button'
    listen.textContent = `▶ ${words.listen}`
    listen.addEventListener('click', () => {
      const speech = new SpeechSynthesisUtterance(text)
      speech.lang = spoken.replace('_', '-')
      speech.rate = 0.8
      window.speechSynthesis.speak(speech)
    })
    item.append(listen)
  }
  return item
}

async function read() {
  const response = await fetch(`/control/v1/telephones/${number.replace(/\D/g, '')}`)
  const { data } = await response.json()
  at('rings').replaceChildren(...data.map(row))
  at('empty').hidden = data.length > 0
}

void read()
new EventSource('/control/v1/events').addEventListener('change', ({ data }) => {
  if (JSON.parse(data).kind === 'meta') void read()
})
