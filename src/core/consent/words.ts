import type { ConsentChange, Means, Purpose } from './consent.ts'

type Words = readonly [es: string, en: string, ptBr: string]

/** The nouns of the consent ledger as people read them. */
export const PURPOSE_WORDS: Readonly<Record<Purpose, Words>> = {
  service: ['Atención', 'Service', 'Atendimento'],
  notices: ['Avisos', 'Notices', 'Avisos'],
  marketing: ['Promociones', 'Marketing', 'Promoções'],
  collections: ['Cobranza', 'Collections', 'Cobrança'],
}
export const CHANGE_WORDS: Readonly<Record<ConsentChange, Words>> = {
  given: ['Otorgado', 'Given', 'Concedido'],
  withdrawn: ['Retirado', 'Withdrawn', 'Retirado'],
  expired: ['Vencido', 'Expired', 'Vencido'],
}
export const MEANS_WORDS: Readonly<Record<Means, Words>> = {
  message: ['Por un mensaje', 'By a message', 'Por uma mensagem'],
  keyword: ['Por palabra clave', 'By keyword', 'Por palavra-chave'],
  form: ['Por formulario', 'By form', 'Por formulário'],
  link: ['Por invitación', 'By invitation', 'Por convite'],
  call: ['Por llamada', 'By call', 'Por ligação'],
  import: ['Por archivo', 'By file', 'Por arquivo'],
  ad: ['Por un anuncio', 'By an ad', 'Por um anúncio'],
  agent: ['Anotado por un agente', 'Noted by an agent', 'Anotado por um agente'],
  platform: ['Desde WhatsApp', 'From WhatsApp', 'Pelo WhatsApp'],
}
