import { danger, warning, type Kind } from '../kind.ts'

/** What Hilo itself finds wrong with a number (src/core/alert); of everything else Meta has told. */
export const ALERT_NOTICES = {
  'line-cut-off': danger(
    [
      'El número {line} está desconectado: Meta ya no acepta el acceso de Hilo.',
      'The number {line} is disconnected: Meta does not accept Hilo’s access any more.',
      'O número {line} está desconectado: a Meta não aceita mais o acesso do Hilo.',
    ],
    [
      'No sale nada, y lo escrito espera o se rechaza: conéctelo otra vez.',
      'Nothing leaves, and what is written waits or is refused: connect it again.',
      'Nada sai, e o que for escrito espera ou é recusado: conecte-o de novo.',
    ],
  ),
  'line-banned': danger(
    ['Meta bloqueó el número {line}.', 'Meta banned the number {line}.', 'A Meta bloqueou o número {line}.'],
    [
      'Nada sale por él. Mire el motivo y apele en el administrador de WhatsApp de Meta.',
      'Nothing leaves on it. See the reason and appeal in Meta’s WhatsApp Manager.',
      'Nada sai por ele. Veja o motivo e recorra no gerenciador do WhatsApp da Meta.',
    ],
  ),
  'line-limited': warning(
    [
      'Meta frena el número {line}: por ahora no deja iniciar conversaciones.',
      'Meta holds the number {line} back: no conversations can be started for now.',
      'A Meta freia o número {line}: por enquanto não deixa iniciar conversas.',
    ],
    [
      'Responda a quien escribe y espere un día; si sigue así, mire el motivo en el administrador de WhatsApp.',
      'Answer those who write and wait a day; if it goes on, see the reason in WhatsApp Manager.',
      'Responda a quem escreve e espere um dia; se continuar, veja o motivo no gerenciador do WhatsApp.',
    ],
  ),
  'line-unregistered': danger(
    [
      'El número {line} ya no está registrado en WhatsApp.',
      'The number {line} is not registered with WhatsApp any more.',
      'O número {line} não está mais registrado no WhatsApp.',
    ],
    [
      'Nada entra ni sale por él: regístrelo otra vez en su página. Si no lo dio de baja nadie de la empresa, revise quién tiene acceso.',
      'Nothing comes or goes on it: register it again on its page. If nobody of yours gave it back, look at who has access.',
      'Nada entra nem sai por ele: registre-o outra vez na página dele. Se ninguém da empresa deu baixa, reveja quem tem acesso.',
    ],
  ),
  'line-moved-away': danger(
    [
      'El número {line} se movió en Meta a otra cuenta de WhatsApp.',
      'The number {line} was moved to another WhatsApp account at Meta.',
      'O número {line} foi movido na Meta para outra conta do WhatsApp.',
    ],
    [
      'Nada entra ni sale por aquí: conéctelo otra vez para usarlo en esa cuenta. Sus conversaciones siguen en Hilo.',
      'Nothing comes or goes here: connect it again to use it in that account. Its conversations stay in Hilo.',
      'Nada entra nem sai por aqui: conecte-o de novo para usá-lo nessa conta. As conversas continuam no Hilo.',
    ],
  ),
  'line-missing-there': danger(
    [
      'Meta ya no muestra el número {line} a Hilo.',
      'Meta does not show the number {line} to Hilo any more.',
      'A Meta não mostra mais o número {line} ao Hilo.',
    ],
    [
      'Se quitó de su cuenta o se retiró el acceso: conéctelo otra vez. Sus conversaciones siguen en Hilo.',
      'It was taken from its account, or the access was taken back: connect it again. Its conversations stay in Hilo.',
      'Foi retirado da conta ou o acesso foi retirado: conecte-o de novo. As conversas continuam no Hilo.',
    ],
  ),
  'access-ending': warning(
    [
      'El acceso a Meta del número {line} está por caducar.',
      'The access to Meta of the number {line} is about to expire.',
      'O acesso à Meta do número {line} está para expirar.',
    ],
    [
      'Conecte el número otra vez antes de ese día; después no saldrá nada.',
      'Connect the number again before that day; nothing leaves after it.',
      'Conecte o número de novo antes desse dia; depois nada sairá.',
    ],
  ),
  'access-lacking': danger(
    [
      'Al acceso a Meta del número {line} le faltan permisos: {details}.',
      'The access to Meta of the number {line} lacks permissions: {details}.',
      'Faltam permissões ao acesso à Meta do número {line}: {details}.',
    ],
    [
      'Cree en Meta un acceso con esos permisos y conecte el número otra vez.',
      'Make an access with these permissions at Meta and connect the number again.',
      'Crie na Meta um acesso com essas permissões e conecte o número de novo.',
    ],
  ),
  'quality-fell': warning(
    [
      'La calidad del número {line} bajó a media.',
      'The quality of the number {line} fell to medium.',
      'A qualidade do número {line} caiu para média.',
    ],
    [
      'Escriba solo a quien lo espera y revise las plantillas más bloqueadas.',
      'Write only to those who expect it and look at the templates people block.',
      'Escreva só a quem espera e reveja os modelos mais bloqueados.',
    ],
  ),
  'reach-nearly-used': warning(
    [
      'En 24 horas se inició conversación con {from} de {to} personas.',
      'Conversations were started with {from} of {to} people in 24 hours.',
      'Em 24 horas foram iniciadas conversas com {from} de {to} pessoas.',
    ],
    [
      'Deje el resto para quien más importa: al llegar al límite Meta rechaza los inicios.',
      'Keep the rest for whom it matters most: at the limit Meta refuses to start more.',
      'Guarde o resto para quem mais importa: no limite a Meta recusa novos inícios.',
    ],
  ),
  'reach-used-up': danger(
    [
      'El límite está usado: en 24 horas se inició conversación con {from} de {to} personas.',
      'The limit is used up: conversations were started with {from} of {to} people in 24 hours.',
      'O limite se esgotou: em 24 horas foram iniciadas conversas com {from} de {to} pessoas.',
    ],
    [
      'Lo demás espera o se rechaza; se puede responder a quien escribe.',
      'The rest waits or is refused; those who write can be answered.',
      'O restante espera ou é recusado; é possível responder a quem escreve.',
    ],
  ),
  'webhooks-late': warning(
    [
      'Lo que escriben al número {line} tarda {from} en llegar.',
      'What people write to the number {line} takes {from} to arrive.',
      'O que escrevem ao número {line} demora {from} para chegar.',
    ],
    [
      'Si sigue así, quien opera Hilo debe mirar el servidor y el estado de Meta.',
      'If it goes on, whoever runs Hilo should look at the server and at Meta’s status page.',
      'Se continuar, quem opera o Hilo deve verificar o servidor e o status da Meta.',
    ],
  ),
  'webhooks-silent': danger(
    [
      'Meta no avisa de lo enviado por el número {line}: {from} mensajes sin noticia.',
      'Meta tells nothing of what left on the number {line}: {from} messages unheard of.',
      'A Meta não avisa do que saiu pelo número {line}: {from} mensagens sem notícia.',
    ],
    [
      'Tampoco llegará lo que escriban: conecte el número otra vez para renovar los avisos.',
      'What people write will not arrive either: connect the number again to renew webhooks.',
      'O que escreverem também não chegará: conecte o número de novo para renovar os avisos.',
    ],
  ),
  'webhooks-elsewhere': danger(
    [
      'Lo que escriben al número {line} va a otra dirección, no a Hilo: {details}.',
      'What people write to the number {line} goes to another address, not to Hilo: {details}.',
      'O que escrevem ao número {line} vai para outro endereço, não para o Hilo: {details}.',
    ],
    [
      'Conéctelo otra vez para que llegue aquí; pregunte antes a quien puso esa dirección en Meta.',
      'Connect it again so that it arrives here; ask first whoever set that address at Meta.',
      'Conecte-o de novo para que chegue aqui; pergunte antes a quem pôs esse endereço na Meta.',
    ],
  ),
  'sends-failing': warning(
    [
      'Por el número {line} fallaron {from} de {to} envíos en 24 horas.',
      'On the number {line} {from} of {to} sends failed in 24 hours.',
      'Pelo número {line} falharam {from} de {to} envios em 24 horas.',
    ],
    [
      'Mire en la página del número con qué códigos fallan y qué ayuda.',
      'See on the number’s page which codes they fail with and what helps.',
      'Veja na página do número com quais códigos falham e o que ajuda.',
    ],
  ),
} as const satisfies Record<string, Kind>
