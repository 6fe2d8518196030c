import { rule, type Rule, type Words } from '../problem.ts'

const REGISTERING: Words = [
  'No se pudo registrar el número en WhatsApp.',
  'The number could not be registered with WhatsApp.',
  'Não foi possível registrar o número no WhatsApp.',
]
const USERNAME: Words = [
  'WhatsApp no aceptó el nombre de usuario de la empresa.',
  'WhatsApp did not accept the company’s username.',
  'O WhatsApp não aceitou o nome de usuário da empresa.',
]
const MOVING: Words = [
  'El número no se puede traer todavía a esta cuenta de WhatsApp.',
  'The number cannot be moved to this WhatsApp account yet.',
  'O número ainda não pode ser trazido para esta conta do WhatsApp.',
]
const SIGNING_UP: Words = [
  'Meta no pudo completar el alta del número.',
  'Meta could not complete the number’s sign-up.',
  'A Meta não conseguiu concluir o cadastro do número.',
]
const SYNC: Words = [
  'El teléfono con WhatsApp Business no compartió sus chats y contactos.',
  'The phone with WhatsApp Business did not share its chats and contacts.',
  'O telefone com WhatsApp Business não compartilhou suas conversas e contatos.',
]
const ofNumber = (cause: Words, advice: Words | null = null): Rule =>
  rule('company', 'line', 'administrator', cause, { advice })

/** Registration, PIN, names, moving a number, and the phone beside it (cloud-api §1.1, §1.12, §1.13, §6). */
export const NUMBER_CODES: Readonly<Record<string, Rule>> = {
  '133000': ofNumber(REGISTERING),
  '133015': ofNumber(REGISTERING),
  '133005': ofNumber([
    'El PIN de verificación en dos pasos no es correcto.',
    'The two-step verification PIN is wrong.',
    'O PIN da verificação em duas etapas está errado.',
  ]),
  '133006': ofNumber([
    'Antes de registrarlo hay que verificar el número con un código.',
    'The number has to be verified with a code before it is registered.',
    'Antes de registrar é preciso verificar o número com um código.',
  ]),
  '133008': ofNumber(
    [
      'Hubo demasiados intentos con el PIN equivocado.',
      'There were too many tries with a wrong PIN.',
      'Houve tentativas demais com o PIN errado.',
    ],
    [
      'Espere el tiempo que indica Meta y use el PIN correcto.',
      'Wait as long as Meta says and use the right PIN.',
      'Espere o tempo indicado pela Meta e use o PIN correto.',
    ],
  ),
  '133009': ofNumber([
    'El PIN se envió demasiado rápido después de otro intento.',
    'The PIN was sent too soon after another try.',
    'O PIN foi enviado rápido demais depois de outra tentativa.',
  ]),
  '133016': ofNumber(
    [
      'El número se registró demasiadas veces: Meta permite diez en 72 horas.',
      'The number was registered too often: Meta allows ten times in 72 hours.',
      'O número foi registrado vezes demais: a Meta permite dez em 72 horas.',
    ],
    [
      'Espere tres días y regístrelo de nuevo.',
      'Wait three days and register it again.',
      'Espere três dias e registre de novo.',
    ],
  ),
  '136025': ofNumber([
    'El código de verificación no es correcto o ya caducó.',
    'The verification code is wrong or has expired.',
    'O código de verificação está errado ou expirou.',
  ]),
  '147001-147005': ofNumber(USERNAME),
  '2388001': ofNumber(MOVING),
  '2388012': ofNumber(MOVING),
  '2388091': ofNumber(MOVING),
  '2388093': ofNumber(MOVING),
  '2388103': ofNumber(MOVING),
  '2494164-2494179': ofNumber(SIGNING_UP),
  '2593107': ofNumber(SYNC),
  '2593108': ofNumber(SYNC),
  '2593109': ofNumber(SYNC),
}
