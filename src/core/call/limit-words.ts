import { type Duration, hours } from '#base/time.ts'
import { CALL_REQUESTS } from './limits.ts'

const DAY = hours(24)
const inHours = (within: Duration): number => within / hours(1)
const inDays = (within: Duration): number => within / DAY

/** “1 en 24 horas y 2 en 7 días”: how often one person may be asked for calls. A limit of up to a day is told in hours. */
function limits(within: string, hour: string, day: string, and: string): string {
  return CALL_REQUESTS.map(({ within: span, max }) => {
    const time = span <= DAY ? `${inHours(span)} ${hour}` : `${inDays(span)} ${day}`
    return `${max} ${within} ${time}`
  }).join(` ${and} `)
}

/** Why nobody may be asked for calls again so soon. In es, en, pt-BR. */
export const ASKED_LATELY_WORDS: readonly [es: string, en: string, ptBr: string] = [
  `A esta persona ya se le pidió permiso para llamar tantas veces como WhatsApp deja: ${limits('en', 'horas', 'días', 'y')}.`,
  `This person was asked for calls as often as WhatsApp lets anybody ask: ${limits('in', 'hours', 'days', 'and')}.`,
  `Já se pediu a esta pessoa permissão para ligar tantas vezes quanto o WhatsApp deixa: ${limits('em', 'horas', 'dias', 'e')}.`,
]
