import type { Words } from '../../problem/problem.ts'
import { danger, info, warning, type Kind } from '../kind.ts'

const SEE_META: Words = [
  'Mire el motivo en el administrador de WhatsApp de Meta; allí también se puede apelar.',
  'See the reason in Meta’s WhatsApp Manager; it can be appealed there too.',
  'Veja o motivo no gerenciador do WhatsApp da Meta; lá também é possível recorrer.',
]

/** About the account as a whole, people, forms, and what nobody has explained (cloud-api §2.5, §1.9). */
export const ACCOUNT_NOTICES = {
  'account-deleted': danger(
    [
      'La cuenta de WhatsApp se borró en Meta.',
      'The WhatsApp account was deleted at Meta.',
      'A conta do WhatsApp foi excluída na Meta.',
    ],
    [
      'Nada sale ya por sus números: conecte otra cuenta.',
      'Nothing leaves on its numbers any more: connect another account.',
      'Nada mais sai pelos seus números: conecte outra conta.',
    ],
  ),
  'account-restricted': danger(
    [
      'Meta restringió la cuenta: {details}.',
      'Meta restricted the account: {details}.',
      'A Meta restringiu a conta: {details}.',
    ],
    SEE_META,
  ),
  'account-violation': danger(
    [
      'Meta señala un incumplimiento de sus políticas: {details}.',
      'Meta reports a breach of its policies: {details}.',
      'A Meta aponta uma violação das suas políticas: {details}.',
    ],
    [
      'Deje de enviar lo que la causó; si se repite, Meta bloquea la cuenta.',
      'Stop sending what caused it; if it happens again, Meta blocks the account.',
      'Pare de enviar o que a causou; se repetir, a Meta bloqueia a conta.',
    ],
  ),
  'account-disabled': danger(
    ['Meta desactivó la cuenta.', 'Meta disabled the account.', 'A Meta desativou a conta.'],
    [
      'Nada sale por sus números. Apele en el administrador de WhatsApp de Meta.',
      'Nothing leaves on its numbers. Appeal in Meta’s WhatsApp Manager.',
      'Nada sai pelos seus números. Recorra no gerenciador do WhatsApp da Meta.',
    ],
  ),
  'account-disable-scheduled': danger(
    [
      'Meta desactivará la cuenta: {details}.',
      'Meta will disable the account: {details}.',
      'A Meta vai desativar a conta: {details}.',
    ],
    [
      'Apele cuanto antes en el administrador de WhatsApp de Meta.',
      'Appeal as soon as you can in Meta’s WhatsApp Manager.',
      'Recorra o quanto antes no gerenciador do WhatsApp da Meta.',
    ],
  ),
  'account-reinstated': info(
    ['Meta activó de nuevo la cuenta.', 'Meta switched the account on again.', 'A Meta ativou a conta de novo.'],
    ['Se puede enviar otra vez.', 'Messages can be sent again.', 'Já é possível enviar de novo.'],
  ),
  'account-disconnected': danger(
    [
      'El teléfono de WhatsApp Business se desconectó de la cuenta.',
      'The phone with WhatsApp Business was disconnected from the account.',
      'O telefone do WhatsApp Business foi desconectado da conta.',
    ],
    ['Conecte de nuevo el número.', 'Connect the number again.', 'Conecte o número novamente.'],
  ),
  'account-reconnected': info([
    'El teléfono de WhatsApp Business volvió a conectarse.',
    'The phone with WhatsApp Business is connected again.',
    'O telefone do WhatsApp Business voltou a se conectar.',
  ]),
  'partner-removed': danger(
    [
      'La empresa retiró el acceso a su cuenta de WhatsApp.',
      'The company took back the access to its WhatsApp account.',
      'A empresa retirou o acesso à sua conta do WhatsApp.',
    ],
    [
      'Si no fue a propósito, conecte de nuevo el número.',
      'If it was not meant, connect the number again.',
      'Se não foi de propósito, conecte o número novamente.',
    ],
  ),
  'app-uninstalled': danger(
    [
      'Una aplicación se retiró de la cuenta de WhatsApp.',
      'An app was removed from the WhatsApp account.',
      'Um aplicativo foi removido da conta do WhatsApp.',
    ],
    [
      'Si era la de Hilo, ya no llegan mensajes: conecte de nuevo el número.',
      'If it was Hilo’s, no messages arrive any more: connect the number again.',
      'Se era o do Hilo, não chegam mais mensagens: conecte o número novamente.',
    ],
  ),
  'account-changed': info([
    'Meta anotó un cambio en la cuenta: {details}.',
    'Meta noted a change of the account: {details}.',
    'A Meta registrou uma mudança na conta: {details}.',
  ]),
  'price-changed': info(
    [
      'Cambian los precios de Meta: {details}.',
      'Meta’s prices change: {details}.',
      'Os preços da Meta mudam: {details}.',
    ],
    ['Actualice las tarifas.', 'Update the rates.', 'Atualize as tarifas.'],
  ),
  'certification-refused': warning(
    [
      'Meta no aceptó la verificación de la empresa: {details}.',
      'Meta did not accept the company’s verification: {details}.',
      'A Meta não aceitou a verificação da empresa: {details}.',
    ],
    SEE_META,
  ),
  'review-approved': info(['Meta aprobó la cuenta.', 'Meta approved the account.', 'A Meta aprovou a conta.']),
  'review-rejected': danger(
    ['Meta rechazó la cuenta.', 'Meta rejected the account.', 'A Meta rejeitou a conta.'],
    SEE_META,
  ),
  'review-waiting': info([
    'Meta todavía revisa la cuenta.',
    'Meta is still reviewing the account.',
    'A Meta ainda analisa a conta.',
  ]),
  'alert-critical': danger(
    [
      'Alerta crítica de Meta: {details}.',
      'A critical alert of Meta’s: {details}.',
      'Alerta crítico da Meta: {details}.',
    ],
    SEE_META,
  ),
  'alert-warning': warning(
    ['Alerta de Meta: {details}.', 'An alert of Meta’s: {details}.', 'Alerta da Meta: {details}.'],
    [
      'Mire los detalles en el administrador de WhatsApp de Meta.',
      'See the details in Meta’s WhatsApp Manager.',
      'Veja os detalhes no gerenciador do WhatsApp da Meta.',
    ],
  ),
  'alert-information': info(['Meta informa: {details}.', 'Meta says: {details}.', 'A Meta informa: {details}.']),
  'marketing-stopped': info(
    [
      'Una persona pidió en WhatsApp no recibir más publicidad.',
      'A person asked WhatsApp for no more marketing.',
      'Uma pessoa pediu no WhatsApp para não receber mais publicidade.',
    ],
    ['No le envíe publicidad.', 'Send them no marketing.', 'Não lhe envie publicidade.'],
  ),
  'marketing-resumed': info(
    [
      'Una persona vuelve a aceptar publicidad en WhatsApp.',
      'A person takes marketing on WhatsApp again.',
      'Uma pessoa voltou a aceitar publicidade no WhatsApp.',
    ],
    [
      'Puede escribirle de nuevo, si también tiene su permiso.',
      'You may write again, if you have their permission too.',
      'Pode escrever de novo, se também tiver a permissão dela.',
    ],
  ),
  'flow-changed': info([
    'Un formulario de WhatsApp pasó a {to}.',
    'A WhatsApp form is now {to}.',
    'Um formulário do WhatsApp passou a {to}.',
  ]),
  'flow-trouble': warning(
    [
      'Un formulario de WhatsApp tiene problemas: {details}.',
      'A WhatsApp form has problems: {details}.',
      'Um formulário do WhatsApp tem problemas: {details}.',
    ],
    [
      'Revise el servidor del formulario; si sigue así, Meta lo bloquea.',
      'Look at the form’s server; if it goes on, Meta blocks the form.',
      'Reveja o servidor do formulário; se continuar, a Meta o bloqueia.',
    ],
  ),
  'platform-error': warning(
    ['Meta informa de un error: {details}.', 'Meta reports an error: {details}.', 'A Meta informa um erro: {details}.'],
    [
      'Si se repite, avise a quien opera Hilo.',
      'If it happens again, tell whoever runs Hilo.',
      'Se repetir, avise quem opera o Hilo.',
    ],
  ),
  unknown: info(
    [
      'Meta envió un aviso que Hilo aún no conoce: {details}.',
      'Meta sent a notice that Hilo does not know yet: {details}.',
      'A Meta enviou um aviso que o Hilo ainda não conhece: {details}.',
    ],
    ['Mire abajo lo que envió Meta.', 'See below what Meta sent.', 'Veja abaixo o que a Meta enviou.'],
  ),
} as const satisfies Record<string, Kind>
