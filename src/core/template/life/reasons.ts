import type { Words } from '../../problem/problem.ts'

/** What helps against each of Meta's reasons for rejecting, pausing or disabling a template (cloud-api §2.5, §3.3). */
export const REASON_ADVICE: Readonly<Record<string, Words>> = {
  ABUSIVE_CONTENT: [
    'Quita amenazas, presiones y todo lo que pueda ofender; di con calma qué pasa y qué puede hacer la persona.',
    'Take out threats, pressure and anything that may offend; say calmly what is the matter and what the person can do.',
    'Tire ameaças, pressões e tudo o que possa ofender; diga com calma o que acontece e o que a pessoa pode fazer.',
  ],
  SCAM: [
    'No pidas contraseñas, tarjetas ni documentos completos, y usa enlaces de tu propio dominio.',
    'Do not ask for passwords, card numbers or whole documents, and link to your own domain.',
    'Não peça senhas, cartões nem documentos completos, e use links do seu próprio domínio.',
  ],
  INCORRECT_CATEGORY: [
    'Elige la categoría que corresponde al texto: si anima a comprar, es marketing.',
    'Choose the category the text belongs to: what encourages buying is marketing.',
    'Escolha a categoria que corresponde ao texto: se incentiva a comprar, é marketing.',
  ],
  CATEGORY_NOT_AVAILABLE: [
    'Tu cuenta no puede usar esa categoría por ahora; elige otra o consulta a Meta.',
    'Your account cannot use that category at present; choose another or ask Meta.',
    'Sua conta não pode usar essa categoria por enquanto; escolha outra ou consulte a Meta.',
  ],
  PROMOTIONAL: [
    'Quita ofertas, descuentos e invitaciones a comprar, o envíala como marketing.',
    'Take out offers, discounts and invitations to buy, or submit it as marketing.',
    'Tire ofertas, descontos e convites para comprar, ou envie como marketing.',
  ],
  INVALID_FORMAT: [
    'Revisa los campos: numerados desde 1, con texto a ambos lados, con un ejemplo cada uno y sin demasiados para tan poco texto.',
    'Look at the fields: numbered from 1, with text on both sides, with an example each, and not too many for so little text.',
    'Reveja os campos: numerados a partir de 1, com texto dos dois lados, com um exemplo cada e sem excesso para tão pouco texto.',
  ],
  TAG_CONTENT_MISMATCH: [
    'Haz que idioma y categoría correspondan al texto: un texto en español con el código de otro idioma se rechaza.',
    'Make language and category fit the text: a Spanish text under another language’s code is rejected.',
    'Faça idioma e categoria corresponderem ao texto: um texto em português com o código de outro idioma é rejeitado.',
  ],
  FIRST_PAUSE: [
    'Vuelve sola en 3 horas. Mientras tanto, mejora el texto y envíala solo a quien la espera.',
    'It comes back by itself in 3 hours. Meanwhile improve the text and send it only to those who expect it.',
    'Volta sozinho em 3 horas. Enquanto isso, melhore o texto e envie só a quem o espera.',
  ],
  SECOND_PAUSE: [
    'Vuelve sola en 6 horas; la próxima vez Meta la desactiva. Cambia el texto antes.',
    'It comes back by itself in 6 hours; the next time Meta disables it. Change the text before.',
    'Volta sozinho em 6 horas; da próxima vez a Meta o desativa. Mude o texto antes.',
  ],
  RATE_LIMITING_PAUSE: [
    'Meta la detuvo para ver cómo la reciben los primeros; reactívala cuando hayas revisado el texto.',
    'Meta stopped it to see how the first ones take it; unpause it when you have looked over the text.',
    'A Meta o parou para ver como os primeiros o recebem; reative quando tiver revisado o texto.',
  ],
}

/** For the states whose reason Meta did not name, or whose reason we do not know. */
export const STATE_ADVICE: Readonly<Record<string, Words>> = {
  REJECTED: [
    'Corrige lo que señala el revisor y envíala de nuevo, o apela en el administrador de WhatsApp de Meta.',
    'Correct what the linter points out and submit it again, or appeal in Meta’s WhatsApp Manager.',
    'Corrija o que o revisor aponta e envie de novo, ou recorra no gerenciador do WhatsApp da Meta.',
  ],
  PAUSED: [
    'Muchas personas la bloquearon o la marcaron; mejora el texto y envíala solo a quien la espera.',
    'Many people blocked or reported it; improve the text and send it only to those who expect it.',
    'Muitas pessoas a bloquearam ou denunciaram; melhore o texto e envie só a quem o espera.',
  ],
  DISABLED: [
    'Ya no se puede enviar ni editar: duplícala con otro nombre y otro texto.',
    'It can be neither sent nor edited any more: duplicate it under another name with another text.',
    'Não pode mais ser enviado nem editado: duplique-o com outro nome e outro texto.',
  ],
  FLAGGED: [
    'Todavía se envía, pero su calidad es baja: si no mejora, Meta la pausará.',
    'It is still sent, but its quality is low: if that does not improve, Meta will pause it.',
    'Ainda é enviado, mas a qualidade é baixa: se não melhorar, a Meta vai pausá-lo.',
  ],
  LIMIT_EXCEEDED: [
    'La cuenta llegó a su límite de plantillas: borra las que ya no uses.',
    'The account has reached its limit of templates: delete those you no longer use.',
    'A conta atingiu o limite de modelos: exclua os que não usa mais.',
  ],
  LOCKED: [
    'Meta no deja editarla por ahora; mira el motivo en el administrador de WhatsApp.',
    'Meta does not let it be edited for now; see the reason in WhatsApp Manager.',
    'A Meta não permite editá-lo por enquanto; veja o motivo no gerenciador do WhatsApp.',
  ],
  ARCHIVED: [
    'Recupérala en los 28 días siguientes a archivarse; después Meta la borra.',
    'Bring it back within 28 days of being archived; then Meta deletes it.',
    'Recupere-o em até 28 dias depois de arquivado; depois a Meta o exclui.',
  ],
}

/** What helps now; null where nothing has to be done. */
export function adviceFor(status: string, reason: string | null): Words | null {
  if (reason !== null && Object.hasOwn(REASON_ADVICE, reason)) return REASON_ADVICE[reason] ?? null
  return Object.hasOwn(STATE_ADVICE, status) ? (STATE_ADVICE[status] ?? null) : null
}
