import { describe, expect, test } from 'vitest'
import type { Purpose } from './consent.ts'
import { PROACTIVE, recognise } from './recognise.ts'

const MARKETING: readonly Purpose[] = ['marketing']

describe('leave me alone, in one word', () => {
  test.each([
    ...['BAJA', 'baja', 'Baja.', '¡Baja!', 'BAJA por favor', 'Hola, baja', 'baja gracias', 'Baja baja', 'la baja'],
    ...['STOP', 'Stop', 'stop!', 'STOP.', '“STOP”', 'stop stop', 'STOP ALL', 'stopall', 'Stop please', '🛑 STOP 🛑'],
    ...['STOOOOP', 'bajaaaa', '*STOP*', ' stop \n', 'ＳＴＯＰ', 'Stop, gracias', 'Please stop', 'hola stop por favor'],
    ...['PARAR', 'parar', 'Pare', 'paren', 'parem', 'SAIR', 'sair', 'Descadastrar', 'descadastre', 'DESCADASTRO'],
    ...['descadastre-me', 'desinscrever', 'não perturbe', 'desuscribir', 'Desuscribirme', 'no molestar', 'no molesten'],
    ...['NO MÁS', 'no mas', 'unsubscribe', 'Unsubscribe me', 'unsub', 'OPT OUT', 'opt-out', 'optout', 'Oi, sair'],
  ])('%j', (text) => {
    expect(recognise(text)).toMatchObject({ kind: 'withdraw', means: 'keyword', purposes: PROACTIVE })
  })
})

describe('leave me alone, in a sentence', () => {
  test.each([
    ...['Ya no quiero recibir mensajes', 'no quiero recibir más mensajes', 'Ya no quiero mensajes de ustedes, gracias'],
    ...['No quiero que me escriban', 'no quiero que me escriban más', 'No me escriban más', 'no me manden mensajes'],
    ...['Por favor no me envíen más mensajes', 'no me envien nada mas', 'dejen de escribirme', 'Deja de molestarme'],
    ...['dejen de mandarme mensajes', 'Dejad de enviarme mensajes', 'no me contacten nunca más', 'no más mensajes'],
    ...['basta de mensajes', 'quiero darme de baja', 'Dame de baja', 'denme de baja por favor', 'Dar de baja'],
    ...['¿Me pueden dar de baja?', 'darme de baja de la lista', 'CANCELAR SUSCRIPCIÓN', 'cancelar mi suscripcion'],
    ...['Quítenme de la lista', 'sáquenme de su base de datos', 'bórrenme de su lista', 'eliminar de la lista'],
    ...['no deseo seguir recibiendo notificaciones', 'ya no deseo recibir información', 'solicito la baja'],
    ...['No quiero recibir nada', 'no quiero seguir recibiendo', 'No quiero que me manden whatsapps', 'quiero la baja'],
    ...['stop messaging me', 'Stop texting me!', 'stop sending me messages', "don't message me again", 'dont text me'],
    ...['I no longer want to receive these messages', "I don't want your messages", 'no more messages please'],
    ...['remove me from your list', 'Take me off your list', 'leave me alone', 'stop contacting me', 'stop this'],
    ...['can you remove me from the list?', 'I want to unsubscribe', 'Please do not contact me'],
    ...['Não quero mais receber mensagens', 'nao quero receber mais mensagens', 'Não me mandem mais mensagens'],
    ...['parem de me enviar mensagens', 'Pare de mandar mensagens', 'quero sair da lista', 'Quero me descadastrar'],
    ...['me tirem da lista', 'Me remova da sua lista', 'cancelar inscrição', 'chega de mensagens', 'sair da lista'],
    ...['não me escrevam mais', 'Parem de me incomodar', 'me descadastre por favor', 'não quero mais mensagens'],
    ...['podem me descadastrar?', 'não desejo receber mensagens', 'Não quero que me liguem mais'],
  ])('%j', (text) => {
    expect(recognise(text)).toMatchObject({ kind: 'withdraw', means: 'message', purposes: PROACTIVE })
  })
})

describe('no advertising, but the rest may come', () => {
  test.each([
    ...[
      'No quiero recibir publicidad',
      'no más promociones',
      'ya no quiero promociones',
      'Dejar de recibir promociones',
    ],
    ...['no me manden publicidad', 'dejen de enviarme ofertas', 'basta de spam', 'Detener promociones'],
    ...['Stop promotions', 'no more ads', 'stop sending me offers', "I don't want promotional messages"],
    ...['Não quero promoções', 'não quero mais receber propaganda', 'Interromper promoções', 'parem de mandar spam'],
  ])('%j', (text) => {
    expect(recognise(text)).toMatchObject({ kind: 'withdraw', purposes: MARKETING })
  })
})

describe('nothing of the kind', () => {
  test.each([
    ...['no para nada', 'No, para nada', 'para mañana', 'Para el lunes', '¿baja el precio?', 'baja el precio', 'baja?'],
    ...['¿me baja el costo?', 'stop motion', 'Hacen videos stop motion?', 'la parada de bus stop', 'stop?', 'non-stop'],
    ...["don't stop", 'can you stop the payment?', 'Please stop the order', 'stop by tomorrow', 'full stop'],
    ...['ya no quiero', 'ya no quiero el pedido', 'Ya no quiero la talla M', 'no quiero recibir el pedido mañana'],
    ...['no quiero', 'no', 'No, gracias', 'no más gracias', 'no gracias', 'nada más', 'eso es todo', 'nomás eso'],
    ...[
      'quiero dar de baja mi línea',
      'Dar de baja el servicio de internet',
      'planta baja',
      'está en la baja california',
    ],
    ...[
      'cancelar',
      'CANCELAR CITA',
      'cancelar el pedido',
      'cancel my order',
      'cancel',
      'end',
      'quit',
      'cancelar assinatura',
    ],
    ...[
      'no me llegó el mensaje',
      'no me llegan los mensajes',
      'no recibo notificaciones',
      'no me manden la factura a casa',
    ],
    ...[
      'vou sair agora',
      'a que horas vocês saem',
      'sair mais cedo',
      'não vai parar de chover',
      'quero parar o pedido',
    ],
    ...['para', 'para que sirve', 'pare no portão 3', 'quiero más mensajes', 'quiero recibir promociones?', 'mensaje'],
    ...['no me escribas a este número, escríbeme al otro', 'no me llames, escríbeme', 'avísenme si baja', '¿es baja?'],
    ...[
      'La batería está baja',
      'temporada baja',
      'stop-loss',
      'Pare de sufrir',
      'parar para pensar',
      'remove the item',
    ],
    ...['no tengo más información', 'no más de 3 piezas', '', '   ', '👍', '...', '?', 'STOP'.repeat(40)],
    ...['no puedo parar', 'Que no pare la música', 'no hay más ofertas?', 'tienen promociones', 'opt for the blue one'],
  ])('%j', (text) => {
    expect(recognise(text)).toBeNull()
  })
})

describe('write to me', () => {
  test.each([
    ...['ALTA', 'alta', 'Alta por favor', 'darme de alta', 'quiero darme de alta', 'suscribirme', 'Suscribir'],
    ...['subscribe', 'Opt in', 'opt-in', 'INSCREVER', 'me inscreva', 'quero me cadastrar'],
  ])('%j', (text) => {
    expect(recognise(text)).toMatchObject({ kind: 'give', purposes: MARKETING })
  })
  test.each(['START', 'start', 'unstop', 'VOLTAR', 'Volver', 'resume', 'reativar'])('again: %j', (text) => {
    expect(recognise(text)).toMatchObject({ kind: 'return', purposes: PROACTIVE })
  })
  test.each(['voz alta', 'alta definición', '¿alta?', 'start over', 'when do you start', 'vou voltar amanhã'])(
    'not: %j',
    (text) => {
      expect(recognise(text)).toBeNull()
    },
  )
})

test.each([
  ['baja', 'es'],
  ['dejen de escribirme', 'es'],
  ['stop', 'en'],
  ['no more ads', 'en'],
  ['sair', 'pt-BR'],
  ['não quero promoções', 'pt-BR'],
])('%s is said in %s', (text, language) => {
  expect(recognise(text)?.language).toBe(language)
})

test('ten thousand messages are read in no time', () => {
  const long = 'no no no quiero que me mas mas de de recibir mensajes sus tus mas nunca mas por aqui y algo más'
  const start = performance.now()
  for (let index = 0; index < 10_000; index++) recognise(long)
  expect(performance.now() - start).toBeLessThan(2_000)
})
