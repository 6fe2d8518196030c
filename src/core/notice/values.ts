import { inLanguage, type Words } from '../problem/problem.ts'
import type { Language } from '#base/language.ts'

/** What Meta's lists say, in words (cloud-api §2.5, §4.2). */
const VALUES: Readonly<Record<string, Words>> = {
  GREEN: ['alta', 'high', 'alta'],
  YELLOW: ['media', 'medium', 'média'],
  RED: ['baja', 'low', 'baixa'],
  UNKNOWN: ['sin datos', 'not known', 'sem dados'],
  TIER_50: ['50 personas', '50 people', '50 pessoas'],
  TIER_250: ['250 personas', '250 people', '250 pessoas'],
  TIER_1K: ['1.000 personas', '1,000 people', '1.000 pessoas'],
  TIER_2K: ['2.000 personas', '2,000 people', '2.000 pessoas'],
  TIER_10K: ['10.000 personas', '10,000 people', '10.000 pessoas'],
  TIER_100K: ['100.000 personas', '100,000 people', '100.000 pessoas'],
  TIER_UNLIMITED: ['todas las personas que quiera', 'as many people as you like', 'quantas pessoas quiser'],
  TIER_NOT_SET: [
    'un número aún no fijado de personas',
    'a number of people not set yet',
    'um número ainda não definido de pessoas',
  ],
  MARKETING: ['marketing', 'marketing', 'marketing'],
  UTILITY: ['utilidad', 'utility', 'utilidade'],
  AUTHENTICATION: ['autenticación', 'authentication', 'autenticação'],
  ABUSIVE_CONTENT: ['contenido abusivo', 'abusive content', 'conteúdo abusivo'],
  CATEGORY_NOT_AVAILABLE: ['categoría no disponible', 'category not available', 'categoria não disponível'],
  INCORRECT_CATEGORY: ['categoría incorrecta', 'wrong category', 'categoria incorreta'],
  INVALID_FORMAT: ['formato incorrecto', 'wrong format', 'formato incorreto'],
  PROMOTIONAL: ['texto promocional', 'promotional text', 'texto promocional'],
  SCAM: ['engaño', 'scam', 'golpe'],
  TAG_CONTENT_MISMATCH: [
    'el idioma o la categoría no corresponden al texto',
    'language or category do not fit the text',
    'o idioma ou a categoria não correspondem ao texto',
  ],
  FIRST_PAUSE: ['primera pausa: 3 horas', 'first pause: 3 hours', 'primeira pausa: 3 horas'],
  SECOND_PAUSE: ['segunda pausa: 6 horas', 'second pause: 6 hours', 'segunda pausa: 6 horas'],
  RATE_LIMITING_PAUSE: [
    'pausa por enviarse demasiado',
    'paused for being sent too much',
    'pausa por excesso de envios',
  ],
  NAME_EMPLOYEE_ISSUE: ['es el nombre de un empleado', 'it is an employee’s name', 'é o nome de um funcionário'],
  NAME_ENDCLIENT_NOTRELATED: ['no es de la empresa', 'it is not the company’s', 'não é da empresa'],
  NAME_FORMAT_UNACCEPTABLE: ['su formato no vale', 'its format is not allowed', 'o formato não é aceito'],
  NAME_INDIVIDUAL_ISSUE: ['es el nombre de una persona', 'it is a person’s name', 'é o nome de uma pessoa'],
  NAME_NOT_CONSISTENT: ['no coincide con la marca', 'it does not match the brand', 'não corresponde à marca'],
  RESTRICTED_ADD_PHONE_NUMBER_ACTION: [
    'no se pueden añadir números',
    'no numbers can be added',
    'não é possível adicionar números',
  ],
  RESTRICTED_MESSAGING: ['no se puede enviar nada', 'nothing can be sent', 'nada pode ser enviado'],
  RESTRICTED_BIZ_INITIATED_MESSAGING: [
    'no se pueden iniciar conversaciones',
    'no conversations can be started',
    'não é possível iniciar conversas',
  ],
  RESTRICTED_CUSTOMER_INITIATED_MESSAGING: [
    'no se puede responder a quien escribe',
    'those who write cannot be answered',
    'não é possível responder a quem escreve',
  ],
  RESTRICTED_BUSINESS_INITIATED_CALLING: ['no se puede llamar', 'no calls can be made', 'não é possível ligar'],
  RESTRICTED_USER_INITIATED_CALLING: [
    'no se reciben llamadas',
    'no calls can be taken',
    'não é possível receber ligações',
  ],
  RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN: [
    'el botón de llamar está oculto',
    'the call button is hidden',
    'o botão de ligar está oculto',
  ],
  RESTRICTED_BIZ_INITIATED_AND_USER_INITIATED_CALLING: ['no hay llamadas', 'there are no calls', 'não há ligações'],
  RESTRICTED_UTILITY_TEMPLATES: [
    'no se pueden crear plantillas de utilidad',
    'no utility templates can be made',
    'não é possível criar modelos de utilidade',
  ],
  RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES: [
    'no se pueden enviar avisos sin plantilla',
    'no notifications can go without a template',
    'não é possível enviar avisos sem modelo',
  ],
  OBA_APPROVED: [
    'la cuenta de empresa oficial fue aprobada',
    'official business account approved',
    'conta comercial oficial aprovada',
  ],
  OBA_REJECTED: [
    'la cuenta de empresa oficial fue rechazada',
    'official business account rejected',
    'conta comercial oficial rejeitada',
  ],
  PROFILE_PICTURE_LOST: ['se perdió la foto de perfil', 'the profile picture was lost', 'a foto do perfil se perdeu'],
  APPROVED: ['aprobado', 'approved', 'aprovado'],
  REJECTED: ['rechazado', 'rejected', 'rejeitado'],
  PENDING: ['en revisión', 'under review', 'em análise'],
  DEFERRED: ['en revisión', 'under review', 'em análise'],
  NORMAL: ['normal', 'normal', 'normal'],
  RESTRICTED: ['restringida', 'restricted', 'restrita'],
  DISABLED: ['desactivada', 'disabled', 'desativada'],
  DELETED: ['borrada', 'deleted', 'excluída'],
  DISCONNECTED: ['desconectada', 'disconnected', 'desconectada'],
  PARTNER_REMOVED: ['sin acceso', 'without access', 'sem acesso'],
  INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED: [
    'Meta aún no decide si la empresa puede escribir a más personas',
    'Meta has not decided yet whether the company may write to more people',
    'a Meta ainda não decidiu se a empresa pode escrever a mais pessoas',
  ],
  INCREASED_CAPABILITIES_ELIGIBILITY_FAILED: [
    'la empresa no puede escribir a más personas que ahora',
    'the company may not write to more people than now',
    'a empresa não pode escrever a mais pessoas do que agora',
  ],
  INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO: [
    'Meta pide más datos de la empresa para dejarle escribir a más personas',
    'Meta asks for more about the company before it may write to more people',
    'a Meta pede mais dados da empresa para deixá-la escrever a mais pessoas',
  ],
}

export const isKnownValue = (value: string): boolean => Object.hasOwn(VALUES, value)

/** A word of Meta's lists as people say it; what we do not know stays as Meta wrote it. */
export function valueWords(value: string, language: Language): string {
  const words = Object.hasOwn(VALUES, value) ? VALUES[value] : undefined
  return words === undefined ? value : inLanguage(words, language)
}
