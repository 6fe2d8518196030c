import { rule, type Rule, type Words } from '../problem.ts'

const GROUP: Words = [
  'WhatsApp no permite esto en el grupo.',
  'WhatsApp does not allow this in the group.',
  'O WhatsApp não permite isto no grupo.',
]
const inGroup = rule('content', 'message', 'correct', GROUP)
const ofMessage = (cause: Words, advice: Words): Rule => rule('content', 'message', 'correct', cause, { advice })

/** Groups (Groups API, Error codes, 2025-10-31; 131215 is told of by others: cloud-api §1.8). Of the rest Meta's details say more. */
export const GROUP_CODES: Readonly<Record<string, Rule>> = {
  '131020': rule(
    'customer',
    'contact',
    'wait-for-customer',
    [
      'En el grupo todavía no hay nadie más.',
      'There is nobody else in the group yet.',
      'No grupo ainda não há mais ninguém.',
    ],
    {
      advice: [
        'Mande el enlace del grupo; se puede escribir en cuanto entre alguien.',
        'Send the group’s link; it can be written to as soon as somebody comes in.',
        'Envie o link do grupo; dá para escrever assim que alguém entrar.',
      ],
    },
  ),
  '131041': ofMessage(
    [
      'WhatsApp no conoce este grupo, o el número ya no está en él.',
      'WhatsApp does not know this group, or the number is not in it any more.',
      'O WhatsApp não conhece este grupo, ou o número não está mais nele.',
    ],
    [
      'Escriba a las personas una por una, o cree otro grupo.',
      'Write to the people one by one, or create another group.',
      'Escreva às pessoas uma por uma, ou crie outro grupo.',
    ],
  ),
  '131201': rule('platform', 'message', 'retry', [
    'WhatsApp hizo solo una parte de lo pedido con las personas del grupo.',
    'WhatsApp did only a part of what was asked with the people of the group.',
    'O WhatsApp fez só uma parte do que foi pedido com as pessoas do grupo.',
  ]),
  '131202': ofMessage(
    [
      'La misma persona se nombró dos veces para el grupo.',
      'The same person was named twice for the group.',
      'A mesma pessoa foi indicada duas vezes para o grupo.',
    ],
    ['Nómbrela una sola vez.', 'Name them only once.', 'Indique-a uma única vez.'],
  ),
  '131204': ofMessage(
    [
      'No cabe nadie más: un grupo tiene ocho personas como mucho.',
      'Nobody else fits in: a group has eight people at most.',
      'Não cabe mais ninguém: um grupo tem no máximo oito pessoas.',
    ],
    [
      'Saque a alguien antes, o cree otro grupo.',
      'Take somebody out first, or create another group.',
      'Tire alguém antes, ou crie outro grupo.',
    ],
  ),
  '131207': rule(
    'company',
    'contact',
    'stop',
    [
      'Meta suspendió el grupo por incumplir sus políticas.',
      'Meta suspended the group for a breach of its policies.',
      'A Meta suspendeu o grupo por violar as suas políticas.',
    ],
    {
      advice: [
        'Escriba a las personas una por una mientras siga suspendido.',
        'Write to the people one by one while it is suspended.',
        'Escreva às pessoas uma por uma enquanto estiver suspenso.',
      ],
    },
  ),
  '131208': rule('company', 'line', 'wait', [
    'El número hizo demasiados cambios en grupos en poco tiempo.',
    'The number made too many changes to groups in a short time.',
    'O número fez mudanças demais em grupos em pouco tempo.',
  ]),
  '131209': ofMessage(
    ['La foto del grupo no es cuadrada.', 'The group’s picture is not square.', 'A foto do grupo não é quadrada.'],
    [
      'Recórtela para que el ancho y el alto sean iguales.',
      'Crop it so that width and height are the same.',
      'Recorte-a para que a largura e a altura sejam iguais.',
    ],
  ),
  '131210': ofMessage(
    [
      'La foto del grupo es demasiado pequeña.',
      'The group’s picture is too small.',
      'A foto do grupo é pequena demais.',
    ],
    [
      'Use una de más de 192 píxeles de lado.',
      'Use one of more than 192 pixels a side.',
      'Use uma de mais de 192 pixels de lado.',
    ],
  ),
  '131211': rule(
    'company',
    'line',
    'administrator',
    [
      'El número ya creó todos los grupos que Meta permite.',
      'The number has created as many groups as Meta allows.',
      'O número já criou todos os grupos que a Meta permite.',
    ],
    {
      advice: [
        'Borre grupos que ya no se usan, o cree este con otro número.',
        'Delete groups that are not used any more, or create this one with another number.',
        'Apague grupos que já não são usados, ou crie este com outro número.',
      ],
    },
  ),
  '131212': ofMessage(
    ['Esa persona no está en el grupo.', 'That person is not in the group.', 'Essa pessoa não está no grupo.'],
    [
      'Puede que ya saliera: mire quién está en él.',
      'They may have left: see who is in it.',
      'Talvez já tenha saído: veja quem está nele.',
    ],
  ),
  '131215': rule(
    'company',
    'line',
    'administrator',
    [
      'Meta no deja que este número use grupos.',
      'Meta does not let this number use groups.',
      'A Meta não deixa que este número use grupos.',
    ],
    {
      advice: [
        'Pide una cuenta oficial o un límite de 100.000 personas; mientras tanto, escriba a cada una.',
        'It wants an official account or a limit of 100,000 people; write to each of them meanwhile.',
        'Exige uma conta oficial ou um limite de 100.000 pessoas; enquanto isso, escreva a cada uma.',
      ],
    },
  ),
  '131201-131215': inGroup,
}
