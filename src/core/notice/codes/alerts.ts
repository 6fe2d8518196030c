import { danger, warning, type Kind } from '../kind.ts'

/** What Hilo itself finds wrong with a number (src/core/alert); of everything else Meta has told. */
export const ALERT_NOTICES = {
  'line-cut-off': danger(
    [
      'El número {line} está desconectado: {details}.',
      'The number {line} is disconnected: {details}.',
      'O número {line} está desconectado: {details}.',
    ],
    [
      'Nada entra ni sale por él: conéctelo otra vez o regístrelo de nuevo.',
      'Nothing comes or goes on it: connect it again or register it anew.',
      'Nada entra nem sai por ele: conecte-o de novo ou registre-o outra vez.',
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
