import type { LineId } from '../account/account.ts'
import type { Language } from '#base/language.ts'
import type { Purpose, Scope } from './consent.ts'
import type { Wording } from './entry.ts'

/** What is sent back to somebody who said something about being written to. */
export const CONFIRMATIONS = ['withdrawn', 'withdrawn-marketing', 'given'] as const
export type Confirmation = (typeof CONFIRMATIONS)[number]

/** An offer to be written to: whoever sends its keyword has agreed to its wording. */
export type Invitation = {
  /** Names it in its public link, and nowhere else; not to be guessed. */
  readonly token: string
  /** For the company's own eyes: "Cartel de la tienda". */
  readonly name: string
  /** The line it asks people to write to. */
  readonly lineId: LineId
  /** What they write; matched without regard to capitals, accents and punctuation. */
  readonly keyword: string
  readonly purposes: readonly Purpose[]
  readonly scope: Scope
  readonly wording: Wording
  readonly language: Language
}

export type ConsentSettings = {
  readonly confirmations: Readonly<Record<Confirmation, Readonly<Record<Language, string>>>>
  readonly invitations: readonly Invitation[]
}

/** What a company says that has not said otherwise. */
export const DEFAULT_CONSENT_SETTINGS: ConsentSettings = {
  confirmations: {
    withdrawn: {
      es: 'Listo: no te escribiremos más por nuestra cuenta. Si nos escribes, te respondemos. Para volver a recibir mensajes, escribe ALTA.',
      en: 'Done: we will not write to you on our own again. If you write, we answer. To receive messages again, write START.',
      'pt-BR':
        'Pronto: não vamos mais escrever por conta própria. Se você nos escrever, respondemos. Para voltar a receber mensagens, escreva VOLTAR.',
    },
    'withdrawn-marketing': {
      es: 'Listo: no te enviaremos más promociones. Los avisos sobre tus asuntos te seguirán llegando; para detenerlos también, escribe BAJA.',
      en: 'Done: no more promotions from us. Notices about your own matters will still come; to stop those too, write STOP.',
      'pt-BR':
        'Pronto: não vamos mais enviar promoções. Os avisos sobre os seus assuntos continuam chegando; para parar também, escreva SAIR.',
    },
    given: {
      es: '¡Gracias! Recibirás nuestros mensajes. Para dejar de recibirlos, escribe BAJA.',
      en: 'Thank you! You will receive our messages. To stop them, write STOP.',
      'pt-BR': 'Obrigado! Você vai receber as nossas mensagens. Para parar, escreva SAIR.',
    },
  },
  invitations: [],
}
