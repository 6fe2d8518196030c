import { rule, type Rule, type Words } from '../problem.ts'

const CALL: Words = [
  'No se pudo hacer o recibir la llamada de WhatsApp.',
  'The WhatsApp call could not be made or taken.',
  'Não foi possível fazer ou receber a ligação do WhatsApp.',
]
const FORM: Words = [
  'Hay un problema con el formulario de WhatsApp.',
  'There is a problem with the WhatsApp form.',
  'Há um problema com o formulário do WhatsApp.',
]
const BLOCKING: Words = [
  'WhatsApp no pudo bloquear o desbloquear a todas las personas.',
  'WhatsApp could not block or unblock everybody.',
  'O WhatsApp não conseguiu bloquear ou desbloquear todas as pessoas.',
]
const blocking = rule('content', 'contact', 'retry', BLOCKING)

/** Calls, forms and blocking. Of those in ranges Meta's details say more (cloud-api §1.6, §1.7, §1.9, §6). */
export const FEATURE_CODES: Readonly<Record<string, Rule>> = {
  '138002': rule('company', 'line', 'wait', [
    'El número ya tiene todas las llamadas a la vez que Meta permite.',
    'The number has as many calls at once as Meta allows.',
    'O número já tem todas as ligações simultâneas que a Meta permite.',
  ]),
  '138006': rule('customer', 'contact', 'wait-for-customer', [
    'Esta persona no ha permitido que se la llame por WhatsApp.',
    'This person has not allowed calls on WhatsApp.',
    'Esta pessoa não permitiu ligações pelo WhatsApp.',
  ]),
  '138009': rule('company', 'contact', 'wait', [
    'A esta persona ya se le pidió permiso para llamar tantas veces como WhatsApp deja.',
    'This person was asked for calls as often as WhatsApp lets anybody ask.',
    'Já se pediu a esta pessoa permissão para ligar tantas vezes quanto o WhatsApp deixa.',
  ]),
  '138017': rule('company', 'contact', 'stop', [
    'Esta persona ya permitió las llamadas sin límite de tiempo.',
    'This person has allowed calls already, without an end.',
    'Esta pessoa já permitiu ligações, sem prazo.',
  ]),
  '138000-138023': rule('company', 'line', 'administrator', CALL),
  '613': rule('company', 'line', 'wait', [
    'Se hicieron demasiadas llamadas o solicitudes en poco tiempo.',
    'Too many calls or requests were made in a short time.',
    'Foram feitas ligações ou solicitações demais em pouco tempo.',
  ]),
  '139000-139004': rule('company', 'template', 'administrator', FORM),
  '139100': blocking,
  '139101': rule('company', 'line', 'administrator', [
    'La lista de personas bloqueadas está llena.',
    'The list of blocked people is full.',
    'A lista de pessoas bloqueadas está cheia.',
  ]),
  '139102': blocking,
  '139103': blocking,
}
