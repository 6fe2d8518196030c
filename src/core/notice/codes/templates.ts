import type { Words } from '../../problem/problem.ts'
import { danger, info, warning, type Kind } from '../kind.ts'

const SEE_META: Words = [
  'Mire el motivo en el administrador de WhatsApp de Meta; allí también se puede apelar.',
  'See the reason in Meta’s WhatsApp Manager; it can be appealed there too.',
  'Veja o motivo no gerenciador do WhatsApp da Meta; lá também é possível recorrer.',
]

const OTHER_TEMPLATE: Words = [
  'Use otra plantilla mientras tanto y revise por qué molestó a las personas.',
  'Use another template meanwhile and look into why it bothered people.',
  'Use outro modelo enquanto isso e reveja por que incomodou as pessoas.',
]

/** About templates (cloud-api §2.5, §3.3). */
export const TEMPLATE_NOTICES = {
  'template-approved': info(
    [
      'Meta aprobó la plantilla {template}.',
      'Meta approved the template {template}.',
      'A Meta aprovou o modelo {template}.',
    ],
    ['Ya se puede enviar.', 'It can be sent now.', 'Já pode ser enviado.'],
  ),
  'template-rejected': warning(
    [
      'Meta rechazó la plantilla {template}.',
      'Meta rejected the template {template}.',
      'A Meta rejeitou o modelo {template}.',
    ],
    [
      'Corrija lo que indica Meta y envíela de nuevo a revisión.',
      'Correct what Meta points out and submit it again.',
      'Corrija o que a Meta indica e envie de novo para análise.',
    ],
  ),
  'template-pending': info([
    'La plantilla {template} está en revisión.',
    'The template {template} is under review.',
    'O modelo {template} está em análise.',
  ]),
  'template-in-appeal': info([
    'Meta revisa de nuevo la plantilla {template}.',
    'Meta is looking at the template {template} again.',
    'A Meta está revendo o modelo {template}.',
  ]),
  'template-paused': warning(
    [
      'Meta pausó la plantilla {template} por su baja calidad.',
      'Meta paused the template {template} for its low quality.',
      'A Meta pausou o modelo {template} por baixa qualidade.',
    ],
    OTHER_TEMPLATE,
  ),
  'template-disabled': danger(
    [
      'Meta desactivó la plantilla {template}.',
      'Meta disabled the template {template}.',
      'A Meta desativou o modelo {template}.',
    ],
    [
      'Ya no se puede enviar: cree otra con un texto distinto.',
      'It can be sent no more: make another with a different text.',
      'Não pode mais ser enviado: crie outro com um texto diferente.',
    ],
  ),
  'template-flagged': warning(
    [
      'Meta puso la plantilla {template} bajo observación.',
      'Meta is watching the template {template}.',
      'A Meta colocou o modelo {template} sob observação.',
    ],
    [
      'Envíela solo a quien la espera; si no mejora, Meta la pausará.',
      'Send it only to those who expect it; otherwise Meta will pause it.',
      'Envie só a quem o espera; se não melhorar, a Meta vai pausá-lo.',
    ],
  ),
  'template-reinstated': info(
    [
      'La plantilla {template} se puede enviar otra vez.',
      'The template {template} can be sent again.',
      'O modelo {template} pode ser enviado de novo.',
    ],
    [
      'Cuide a quién la envía para que no vuelva a pausarse.',
      'Mind whom it goes to, so that it is not paused again.',
      'Cuide a quem envia para que não seja pausado de novo.',
    ],
  ),
  'template-limit-exceeded': warning(
    [
      'La plantilla {template} no se aceptó: la cuenta llegó a su límite.',
      'The template {template} was not taken: the account has reached its limit.',
      'O modelo {template} não foi aceito: a conta atingiu seu limite.',
    ],
    ['Borre plantillas que ya no use.', 'Delete templates you no longer use.', 'Exclua modelos que não usa mais.'],
  ),
  'template-locked': warning(
    [
      'Meta bloqueó la plantilla {template}: no se puede editar.',
      'Meta locked the template {template}: it cannot be edited.',
      'A Meta bloqueou o modelo {template}: não pode ser editado.',
    ],
    SEE_META,
  ),
  'template-archived': warning(
    [
      'Meta archivó la plantilla {template} porque no se usaba.',
      'Meta archived the template {template} because nobody used it.',
      'A Meta arquivou o modelo {template} porque não era usado.',
    ],
    [
      'Recupérela en Meta antes de 28 días si la necesita; después se borra.',
      'Bring it back at Meta within 28 days if you need it; then it is deleted.',
      'Recupere-o na Meta em até 28 dias se precisar; depois é excluído.',
    ],
  ),
  'template-unarchived': info([
    'La plantilla {template} salió del archivo.',
    'The template {template} is back from the archive.',
    'O modelo {template} saiu do arquivo.',
  ]),
  'template-pending-deletion': info([
    'La plantilla {template} se está borrando.',
    'The template {template} is being deleted.',
    'O modelo {template} está sendo excluído.',
  ]),
  'template-deleted': info([
    'La plantilla {template} se borró.',
    'The template {template} was deleted.',
    'O modelo {template} foi excluído.',
  ]),
  'template-quality-better': info([
    'La calidad de la plantilla {template} es ahora {to}.',
    'The quality of the template {template} is now {to}.',
    'A qualidade do modelo {template} agora é {to}.',
  ]),
  'template-quality-worse': warning(
    [
      'La calidad de la plantilla {template} bajó a {to}.',
      'The quality of the template {template} fell to {to}.',
      'A qualidade do modelo {template} caiu para {to}.',
    ],
    [
      'Envíela a menos personas o mejore el texto antes de que Meta la pause.',
      'Send it to fewer people or improve its text before Meta pauses it.',
      'Envie a menos pessoas ou melhore o texto antes que a Meta o pause.',
    ],
  ),
  'template-category-announced': warning(
    [
      'Meta cambiará la plantilla {template} de {from} a {to}.',
      'Meta will change the template {template} from {from} to {to}.',
      'A Meta vai mudar o modelo {template} de {from} para {to}.',
    ],
    [
      'Cambiarán su precio y a quién se puede enviar. Si no está de acuerdo, pida una revisión en Meta.',
      'Its price and whom it may go to will change. If you disagree, ask Meta for a review.',
      'Vão mudar o preço e a quem pode ser enviado. Se não concordar, peça uma revisão à Meta.',
    ],
  ),
  'template-category-changed': warning(
    [
      'Meta cambió la plantilla {template} de {from} a {to}.',
      'Meta changed the template {template} from {from} to {to}.',
      'A Meta mudou o modelo {template} de {from} para {to}.',
    ],
    [
      'Su precio cambió. Si no está de acuerdo, pida una revisión en Meta antes de 60 días.',
      'Its price has changed. If you disagree, ask Meta for a review within 60 days.',
      'O preço mudou. Se não concordar, peça uma revisão à Meta em até 60 dias.',
    ],
  ),
  'template-edited': info([
    'El texto de la plantilla {template} cambió en Meta.',
    'The text of the template {template} was changed at Meta.',
    'O texto do modelo {template} mudou na Meta.',
  ]),
} as const satisfies Record<string, Kind>
