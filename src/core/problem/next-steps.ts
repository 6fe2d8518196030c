import type { NextStep, Words } from './problem.ts'

/** When the very same message may go once more. */
export type Again = 'now' | 'later' | 'once-mended' | 'never'

type Step = { readonly again: Again; readonly words: Words }

/** What helps, in words for whoever is before the message, usually an agent. */
export const NEXT_STEPS: Readonly<Record<NextStep, Step>> = {
  retry: {
    again: 'now',
    words: ['Reintente en un momento.', 'Try again in a moment.', 'Tente de novo em instantes.'],
  },
  wait: {
    again: 'later',
    words: [
      'Espere unos minutos antes de reintentar.',
      'Wait a few minutes before trying again.',
      'Espere alguns minutos antes de tentar de novo.',
    ],
  },
  'wait-a-day': {
    again: 'later',
    words: [
      'Espere al menos 24 horas, o responda cuando la persona escriba.',
      'Wait at least 24 hours, or answer when the person writes.',
      'Espere pelo menos 24 horas, ou responda quando a pessoa escrever.',
    ],
  },
  template: {
    again: 'never',
    words: [
      'Envíe una plantilla aprobada; cuando la persona responda, podrá escribirle con libertad.',
      'Send an approved template; once the person answers, you can write freely.',
      'Envie um modelo aprovado; quando a pessoa responder, você poderá escrever livremente.',
    ],
  },
  'other-template': {
    again: 'never',
    words: [
      'Elija otra plantilla y avise a quien las cuida.',
      'Choose another template and tell whoever looks after them.',
      'Escolha outro modelo e avise quem cuida deles.',
    ],
  },
  correct: {
    again: 'never',
    words: [
      'Corrija el contenido y envíelo de nuevo.',
      'Correct the content and send it again.',
      'Corrija o conteúdo e envie de novo.',
    ],
  },
  'other-channel': {
    again: 'never',
    words: [
      'Pruebe por otra vía: llamada, SMS o correo.',
      'Try another way: a call, SMS or email.',
      'Tente outra via: ligação, SMS ou e-mail.',
    ],
  },
  'wait-for-customer': {
    again: 'later',
    words: [
      'Espere a que la persona escriba; entonces podrá responderle.',
      'Wait until the person writes; then you can answer.',
      'Espere a pessoa escrever; então você poderá responder.',
    ],
  },
  stop: {
    again: 'never',
    words: [
      'No insista: respete su decisión.',
      'Do not insist: respect their choice.',
      'Não insista: respeite a decisão da pessoa.',
    ],
  },
  administrator: {
    again: 'once-mended',
    words: [
      'Avise a un administrador; cuando esté resuelto, reintente.',
      'Tell an administrator; once it is solved, try again.',
      'Avise um administrador; quando estiver resolvido, tente de novo.',
    ],
  },
  pay: {
    again: 'once-mended',
    words: [
      'Avise a un administrador: hay que revisar el pago en la cuenta de Meta. Después, reintente.',
      'Tell an administrator: the payment in the Meta account needs attention. Then try again.',
      'Avise um administrador: é preciso rever o pagamento na conta da Meta. Depois, tente de novo.',
    ],
  },
  operator: {
    again: 'once-mended',
    words: [
      'Avise a quien opera Hilo y dele este código.',
      'Tell whoever runs Hilo and give them this code.',
      'Avise quem opera o Hilo e informe este código.',
    ],
  },
}
