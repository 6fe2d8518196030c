import { ASKED_LATELY_WORDS } from '../call/limit-words.ts'
import type { RefusalCode } from './refusal.ts'

/** What is said of contacts: who they are and are not, blocks, and what people ask about their data. In es, en, pt-BR. */
export const CONTACT_WORDS = {
  'calls-allowed': [
    'Esta persona ya permitió que se le llame, sin límite de tiempo: no hace falta pedirlo.',
    'This person has allowed calls already, without an end: there is no need to ask.',
    'Esta pessoa já permitiu ligações, sem prazo: não é preciso pedir.',
  ],
  'call-asked-lately': ASKED_LATELY_WORDS,
  'identity-settled': [
    'Ya se dijo si es la misma persona, o no hay nada que confirmar.',
    'Somebody has said already whether it is the same person, or there is nothing to confirm.',
    'Já foi dito se é a mesma pessoa, ou não há nada a confirmar.',
  ],
  'identity-open': [
    'Primero hay que decir, en la conversación, si es la misma persona de antes.',
    'First say, in the conversation, whether it is the same person as before.',
    'Primeiro é preciso dizer, na conversa, se é a mesma pessoa de antes.',
  ],
  'same-contact': ['Es el mismo contacto dos veces.', 'It is the same contact twice.', 'É o mesmo contato duas vezes.'],
  'contact-merged': [
    'Este contacto ya es parte de otro.',
    'This contact is part of another one already.',
    'Este contato já faz parte de outro.',
  ],
  'kept-apart': [
    'Alguien anotó entretanto que son personas distintas.',
    'Somebody has noted meanwhile that they are different people.',
    'Alguém anotou nesse meio-tempo que são pessoas diferentes.',
  ],
  'merge-missing': [
    'Estos contactos ya no están unidos de esa manera.',
    'These contacts are not merged like that any more.',
    'Estes contatos já não estão unidos dessa forma.',
  ],
  'group-not-mergeable': [
    'Un grupo no es una persona: no se puede unir con nadie.',
    'A group is not a person: it cannot be merged with anybody.',
    'Um grupo não é uma pessoa: não pode ser unido a ninguém.',
  ],
  'contact-being-erased': [
    'Uno de los dos contactos se está borrando a petición suya.',
    'One of the two contacts is being erased at their wish.',
    'Um dos dois contatos está sendo apagado a pedido da pessoa.',
  ],
  'contact-blocked': [
    'Esta persona está bloqueada en este número.',
    'This person is blocked on this number.',
    'Esta pessoa está bloqueada neste número.',
  ],
  'block-too-late': [
    'WhatsApp solo deja bloquear a quien escribió en las últimas 24 horas.',
    'WhatsApp only lets those be blocked who wrote in the last 24 hours.',
    'O WhatsApp só deixa bloquear quem escreveu nas últimas 24 horas.',
  ],
  'block-list-full': [
    'Este número ya tiene bloqueadas a las 64.000 personas que WhatsApp admite; desbloquea a alguien antes.',
    'This number has blocked the 64,000 people WhatsApp allows; unblock somebody first.',
    'Este número já bloqueou as 64.000 pessoas que o WhatsApp admite; desbloqueie alguém antes.',
  ],
  'contact-missing': ['No existe ese contacto.', 'There is no such contact.', 'Esse contato não existe.'],
  'contact-erased': [
    'Los datos de esta persona se borraron.',
    'This person’s data was erased.',
    'Os dados desta pessoa foram apagados.',
  ],
  'contact-on-hold': [
    'Hay una retención sobre esta persona: no se puede borrar mientras dure.',
    'This person is on hold and cannot be erased while it lasts.',
    'Há uma retenção sobre esta pessoa: não é possível apagá-la enquanto durar.',
  ],
  'contact-name-differs': [
    'El nombre escrito no es el de esta persona.',
    'The name typed is not this person’s.',
    'O nome digitado não é o desta pessoa.',
  ],
  'hold-missing': ['No existe esa retención.', 'There is no such hold.', 'Essa retenção não existe.'],
  'privacy-request-missing': [
    'No existe esa solicitud de privacidad.',
    'There is no such privacy request.',
    'Essa solicitação de privacidade não existe.',
  ],
  'privacy-request-exists': [
    'Ya hay una solicitud de ese tipo en curso para esta persona.',
    'A request of this kind is under way for this person already.',
    'Já há uma solicitação desse tipo em andamento para esta pessoa.',
  ],
  'privacy-request-state': [
    'La solicitud está en un estado en que eso no se puede hacer.',
    'The request is in a state in which that cannot be done.',
    'A solicitação está em um estado em que isso não pode ser feito.',
  ],
} as const satisfies Partial<Record<RefusalCode, readonly [es: string, en: string, ptBr: string]>>
