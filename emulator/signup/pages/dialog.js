// Meta's sign-up dialog as the emulator plays it: the business, the number, its code, what the app may do.
const query = new URLSearchParams(window.location.search)
const host = query.get('host') ?? ''
const isForApp = query.get('feature_type') === 'whatsapp_business_app_onboarding'
const WORDS = {
  es: {
    pretence: 'Ventana de Meta, imitada por el emulador',
    cancel: 'Cancelar',
    next: 'Continuar',
    finish: 'Terminar',
    sms: 'SMS',
    call: 'Llamada',
    PORTFOLIO: ['¿De qué empresa se trata?', 'El portafolio de empresa que será dueño de la cuenta de WhatsApp.'],
    PHONE_NUMBER: ['Elija el número', 'El número con el que la empresa escribirá a sus clientes.'],
    VERIFICATION: ['Escriba el código', 'Meta lo envía al teléfono de ese número.'],
    PERMISSIONS: [
      'Qué podrá hacer la aplicación',
      'Leer y enviar mensajes, y administrar números y plantillas de esta cuenta.',
    ],
    newAccount: 'Otra cuenta de WhatsApp en este portafolio',
    newPortfolio: 'Otro portafolio de empresa',
    accountName: 'Nombre de la cuenta de WhatsApp',
    portfolioName: 'Nombre de la empresa',
    verified: 'Verificada',
    unverified: 'Sin verificar',
    number: 'Número con código de país',
    name: 'Nombre visible',
    added: 'Añadir un número nuevo',
    ofApp: 'Usar un número que ya está en la app WhatsApp Business',
    ofAppMore: 'La app seguirá funcionando en el teléfono.',
    share: 'Compartir los chats de los últimos seis meses',
    code: 'Código de seis cifras',
    resend: 'Pedir otro por llamada',
    unfinished: 'Sin terminar',
  },
  en: {
    pretence: 'Meta’s window, played by the emulator',
    cancel: 'Cancel',
    next: 'Continue',
    finish: 'Finish',
    sms: 'SMS',
    call: 'Call',
    PORTFOLIO: ['Which business is it?', 'The business portfolio that will own the WhatsApp account.'],
    PHONE_NUMBER: ['Choose the number', 'The number the business will write to its customers with.'],
    VERIFICATION: ['Type the code', 'Meta sends it to the telephone of that number.'],
    PERMISSIONS: [
      'What the app will be able to do',
      'Read and send messages, and manage numbers and templates of this account.',
    ],
    newAccount: 'Another WhatsApp account in this portfolio',
    newPortfolio: 'Another business portfolio',
    accountName: 'Name of the WhatsApp account',
    portfolioName: 'Name of the business',
    verified: 'Verified',
    unverified: 'Not verified',
    number: 'Number with country code',
    name: 'Display name',
    added: 'Add a new number',
    ofApp: 'Use a number that is in the WhatsApp Business app already',
    ofAppMore: 'The app goes on working on the telephone.',
    share: 'Share the chats of the last six months',
    code: 'Code of six digits',
    resend: 'Ask for another by call',
    unfinished: 'Not finished',
  },
  pt: {
    pretence: 'Janela da Meta, imitada pelo emulador',
    cancel: 'Cancelar',
    next: 'Continuar',
    finish: 'Concluir',
    sms: 'SMS',
    call: 'Ligação',
    PORTFOLIO: ['De qual empresa se trata?', 'O portfólio empresarial que será dono da conta do WhatsApp.'],
    PHONE_NUMBER: ['Escolha o número', 'O número com o qual a empresa escreverá aos clientes.'],
    VERIFICATION: ['Digite o código', 'A Meta o envia ao telefone desse número.'],
    PERMISSIONS: [
      'O que o aplicativo poderá fazer',
      'Ler e enviar mensagens, e administrar números e modelos desta conta.',
    ],
    newAccount: 'Outra conta do WhatsApp neste portfólio',
    newPortfolio: 'Outro portfólio empresarial',
    accountName: 'Nome da conta do WhatsApp',
    portfolioName: 'Nome da empresa',
    verified: 'Verificada',
    unverified: 'Não verificada',
    number: 'Número com código do país',
    name: 'Nome de exibição',
    added: 'Adicionar um número novo',
    ofApp: 'Usar um número que já está no app WhatsApp Business',
    ofAppMore: 'O app continua funcionando no telefone.',
    share: 'Compartilhar as conversas dos últimos seis meses',
    code: 'Código de seis algarismos',
    resend: 'Pedir outro por ligação',
    unfinished: 'Não concluído',
  },
}
const language = (query.get('lang') ?? 'es').slice(0, 2)
const words = WORDS[language] ?? WORDS.es
document.documentElement.lang = language
const at = (id) => document.getElementById(id)
const state = { step: 'PORTFOLIO', portfolios: [], company: null, number: null, wanted: null }

/** Everything goes through the control API; a refusal of Meta's is shown as it is. */
async function control(method, path, body) {
  const response = await fetch(`/control/v1/${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.error.message)
  return answer
}

const element = (html) => {
  const template = document.createElement('template')
  template.innerHTML = html
  return template.content
}
const text = (value) => {
  const span = document.createElement('span')
  span.textContent = value
  return span.innerHTML
}
const field = (name, label, type = 'text', more = '') =>
  `<div><label for="${name}">${label}</label><input id="${name}" name="${name}" type="${type}" required autocomplete="off" ${more}></div>`
const choice = (name, value, label, more = '', checked = false) =>
  `<label class="choice"><input type="radio" name="${name}" value="${text(value)}" ${checked ? 'checked' : ''}><span>${text(label)}<small>${text(more)}</small></span></label>`

const VIEWS = {
  PORTFOLIO: ({ portfolios }) => {
    const offered = portfolios.flatMap(({ id, name, verified, accounts }, first) => [
      ...accounts.map((account, second) => {
        const more = `${accounts.length === 1 ? '' : `${name} · `}${verified ? words.verified : words.unverified}`
        return choice('company', account.id, account.name, more, first === 0 && second === 0)
      }),
      choice('company', `in:${id}`, words.newAccount, name),
    ])
    const fields = `${field('account', words.accountName)}${field('business', words.portfolioName)}`
    return `<fieldset>${offered.join('')}${choice('company', 'new', words.newPortfolio)}</fieldset><div id="made" style="display:grid;gap:12px;margin-top:16px" hidden>${fields}</div>`
  },
  PHONE_NUMBER: ({ company }) => {
    const known = company.numbers.filter(({ status }) => status !== 'CONNECTED')
    const kind = isForApp
      ? choice('kind', 'app', words.ofApp, words.ofAppMore, true)
      : choice('kind', 'new', words.added, '', true)
    const rest = known.map(({ id, displayPhoneNumber, verifiedName }) =>
      choice('kind', id, displayPhoneNumber, `${verifiedName} · ${words.unfinished}`),
    )
    const share = isForApp
      ? `<label class="choice"><input type="checkbox" name="share" checked><span>${words.share}</span></label>`
      : ''
    return `<fieldset>${kind}${isForApp ? '' : rest.join('')}</fieldset><div id="fields" style="display:grid;gap:12px;margin-top:16px">${field('number', words.number, 'tel', 'placeholder="+52 55 5000 3000"')}${field('name', words.name)}${share}</div>`
  },
  VERIFICATION: ({ wanted }) =>
    `${field('code', words.code, 'text', 'inputmode="numeric" maxlength="7"')}<p style="margin:10px 0"><button type="button" id="resend">${words.resend}</button></p><iframe title="${words.sms}" src="/telephone?number=${encodeURIComponent(wanted)}&lang=${language}"></iframe>`,
  PERMISSIONS: ({ company, wanted }) => `<fieldset>${choice('ok', 'ok', company.name, wanted, true)}</fieldset>`,
}

/** What each step does before the next is shown. */
const STEPS = {
  PORTFOLIO: async (form) => {
    const chosen = form.get('company')
    const known = state.portfolios.flatMap(({ accounts }) => accounts).find(({ id }) => id === chosen)
    if (known) state.company = known
    else {
      const where = chosen === 'new' ? { portfolioName: form.get('business') } : { portfolio: chosen.slice(3) }
      const made = await control('POST', 'accounts', { name: form.get('account'), ...where })
      state.company = { ...made, numbers: [] }
    }
    return 'PHONE_NUMBER'
  },
  PHONE_NUMBER: async (form) => {
    const kind = form.get('kind')
    const known = state.company.numbers.find(({ id }) => id === kind)
    if (known) Object.assign(state, { number: known.id, wanted: known.displayPhoneNumber })
    else {
      const made = await control('POST', 'numbers', {
        waba: state.company.id,
        phoneNumber: form.get('number'),
        name: form.get('name'),
        isOnApp: kind === 'app',
        sharesChats: form.get('share') !== null || !isForApp,
      })
      Object.assign(state, { number: made.id, wanted: made.displayPhoneNumber })
      if (kind === 'app') return 'PERMISSIONS'
    }
    if (known?.isVerified) return 'PERMISSIONS'
    await control('POST', `numbers/${state.number}/code`, { method: 'SMS', language })
    return 'VERIFICATION'
  },
  VERIFICATION: async (form) => {
    await control('POST', `numbers/${state.number}/verify`, { code: form.get('code') })
    return 'PERMISSIONS'
  },
  PERMISSIONS: async () => {
    const { code, event, data } = await control('POST', 'signup', { number: state.number, isForApp })
    tell({ type: 'WA_EMBEDDED_SIGNUP', event, version: 3, data }, code)
    return null
  },
}

/** The session first, as text; then the code, as the SDK hands it on. */
function tell(session, code) {
  window.opener?.postMessage(JSON.stringify(session), host)
  window.opener?.postMessage({ type: 'fb-login', code }, host)
  window.close()
}

function show() {
  const [title, lead] = words[state.step]
  at('title').textContent = title
  at('lead').textContent = lead
  at('next').textContent = state.step === 'PERMISSIONS' ? words.finish : words.next
  at('form').replaceChildren(element(VIEWS[state.step](state)))
  at('form').querySelector('input:not([type=radio])')?.focus()
  if (state.step === 'PORTFOLIO') askNames('')
  at('resend')?.addEventListener('click', () =>
    attempt(() => control('POST', `numbers/${state.number}/code`, { method: 'VOICE', language })),
  )
}

async function attempt(work) {
  at('error').hidden = true
  at('next').disabled = true
  try {
    return await work()
  } catch (error) {
    at('error').textContent = error.message
    at('error').hidden = false
    return undefined
  } finally {
    at('next').disabled = false
  }
}

/** What a new account or portfolio is called is asked for only when there is to be one. */
function askNames(chosen) {
  const isNew = chosen === 'new' || chosen.startsWith('in:')
  at('made').hidden = !isNew
  at('account').disabled = !isNew
  at('business').disabled = chosen !== 'new'
  at('business').parentElement.hidden = chosen !== 'new'
}

at('form').addEventListener('change', ({ target }) => {
  if (target.name === 'company') askNames(target.value)
  const fields = at('fields')
  if (target.name !== 'kind' || fields === null) return
  const isNew = target.value === 'new' || target.value === 'app'
  fields.hidden = !isNew
  for (const input of fields.querySelectorAll('input')) input.disabled = !isNew
})
at('form').addEventListener('submit', async (event) => {
  event.preventDefault()
  const form = new FormData(event.currentTarget)
  const step = await attempt(() => STEPS[state.step](form))
  if (step) Object.assign(state, { step })
  if (step) show()
})
at('cancel').addEventListener('click', () =>
  tell({ type: 'WA_EMBEDDED_SIGNUP', event: 'CANCEL', version: 3, data: { current_step: state.step } }, null),
)

at('brand').textContent = 'WhatsApp Business'
at('pretence').textContent = words.pretence
at('cancel').textContent = words.cancel
async function start() {
  state.portfolios = (await control('GET', 'signup')).portfolios
  show()
}
void start()
