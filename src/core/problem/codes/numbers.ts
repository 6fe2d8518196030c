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
const SYNC_AGAIN: Words = [
  'Los contactos y el historial de la app se piden una sola vez, y ya se pidieron.',
  'Contacts and history of the app can be asked for once only, and they were.',
  'Os contatos e o histórico do app só podem ser pedidos uma vez, e já foram.',
]
const SYNC_LATE: Words = [
  'Pasaron más de 24 horas desde el alta: Meta ya no entrega los contactos ni el historial de la app.',
  'More than 24 hours have passed since the sign-up: Meta no longer hands over contacts and history of the app.',
  'Passaram mais de 24 horas desde o cadastro: a Meta já não entrega os contatos nem o histórico do app.',
]
const CONNECT_AGAIN: Words = [
  'Desconecte el número desde la app, conéctelo otra vez y acepte compartir los chats.',
  'Disconnect the number in the app, connect it once more, and accept that chats are shared.',
  'Desconecte o número no app, conecte-o outra vez e aceite compartilhar as conversas.',
]
const SYNC_DECLINED: Words = [
  'Al conectar el número, en el teléfono no se aceptó compartir los chats de la app.',
  'When the number was connected, sharing the chats of the app was not accepted on the telephone.',
  'Ao conectar o número, no telefone não foi aceito compartilhar as conversas do app.',
]
const LATE_CODE: Words = [
  'El permiso que dio la ventana de Meta caducó o ya se usó: dura medio minuto y vale una vez.',
  'What Meta’s window granted has expired or was used already: it lasts half a minute and is good once.',
  'A permissão dada pela janela da Meta expirou ou já foi usada: dura meio minuto e vale uma vez.',
]
const BEGIN_AGAIN: Words = [
  'Abra otra vez la ventana de Meta y termine sin pausa.',
  'Open Meta’s window again and finish without a pause.',
  'Abra de novo a janela da Meta e conclua sem pausa.',
]
const ofNumber = (cause: Words, advice: Words | null = null): Rule =>
  rule('company', 'line', 'administrator', cause, { advice })

/** Registration, PIN, names, moving a number, and the phone beside it (cloud-api §1.1, §1.12, §1.13, §6). */
export const NUMBER_CODES: Readonly<Record<string, Rule>> = {
  '133000': ofNumber(REGISTERING),
  '133015': ofNumber(REGISTERING, [
    'El número se acaba de borrar en Meta: espere cinco minutos y regístrelo de nuevo.',
    'The number was just deleted at Meta: wait five minutes and register it again.',
    'O número acabou de ser apagado na Meta: espere cinco minutos e registre de novo.',
  ]),
  '133005': ofNumber(
    [
      'El PIN de verificación en dos pasos no es correcto.',
      'The two-step verification PIN is wrong.',
      'O PIN da verificação em duas etapas está errado.',
    ],
    [
      'Escriba el PIN que el número ya tenía; si nadie lo sabe, cámbielo en el administrador de WhatsApp de Meta.',
      'Type the PIN the number already had; if nobody knows it, change it in Meta’s WhatsApp manager.',
      'Digite o PIN que o número já tinha; se ninguém sabe, mude-o no gerenciador do WhatsApp da Meta.',
    ],
  ),
  '133006': ofNumber(
    [
      'Antes de registrarlo hay que verificar el número con un código.',
      'The number has to be verified with a code before it is registered.',
      'Antes de registrar é preciso verificar o número com um código.',
    ],
    [
      'Pida un código y escríbalo; después registre el número.',
      'Ask for a code and type it; then register the number.',
      'Peça um código e digite-o; depois registre o número.',
    ],
  ),
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
  '133009': ofNumber(
    [
      'El PIN se envió demasiado rápido después de otro intento.',
      'The PIN was sent too soon after another try.',
      'O PIN foi enviado rápido demais depois de outra tentativa.',
    ],
    [
      'Espere unos minutos y pruebe una vez.',
      'Wait some minutes and try once.',
      'Espere alguns minutos e tente uma vez.',
    ],
  ),
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
  '136024': ofNumber(
    [
      'WhatsApp no envió el código: el número ya está verificado o se pidieron demasiados.',
      'WhatsApp sent no code: the number is verified already, or too many were asked for.',
      'O WhatsApp não enviou o código: o número já está verificado ou foram pedidos demais.',
    ],
    [
      'Espere una hora antes de pedir otro; si se pidió por SMS, pruebe entonces por llamada.',
      'Wait an hour before asking for another; if it was by SMS, try by call then.',
      'Espere uma hora antes de pedir outro; se foi por SMS, tente então por ligação.',
    ],
  ),
  '36007': ofNumber(LATE_CODE, BEGIN_AGAIN),
  '36008': ofNumber(LATE_CODE, BEGIN_AGAIN),
  '36009': ofNumber(LATE_CODE, BEGIN_AGAIN),
  '2388366': ofNumber([
    'Meta no reconoce ese número de teléfono.',
    'Meta does not recognise that phone number.',
    'A Meta não reconhece esse número de telefone.',
  ]),
  '136025': ofNumber(
    [
      'El código de verificación no es correcto o ya caducó.',
      'The verification code is wrong or has expired.',
      'O código de verificação está errado ou expirou.',
    ],
    [
      'Revise las cifras del último mensaje o llamada; si pasaron diez minutos, pida otro código.',
      'Check the digits of the last message or call; after ten minutes, ask for another code.',
      'Confira os algarismos da última mensagem ou ligação; se passaram dez minutos, peça outro código.',
    ],
  ),
  '147001-147005': ofNumber(USERNAME),
  '2388001': ofNumber(MOVING),
  '2388012': ofNumber(MOVING),
  '2388091': ofNumber(MOVING),
  '2388093': ofNumber(MOVING),
  '2388103': ofNumber(MOVING),
  '2494164-2494179': ofNumber(SIGNING_UP),
  '2593107': ofNumber(SYNC_AGAIN),
  '2593108': ofNumber(SYNC_LATE, CONNECT_AGAIN),
  '2593109': ofNumber(SYNC_DECLINED, CONNECT_AGAIN),
}
