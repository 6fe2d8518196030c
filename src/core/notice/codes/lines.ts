import type { Words } from '../../problem/problem.ts'
import { danger, info, warning, type Kind } from '../kind.ts'

/** Why Meta refuses a display name (cloud-api §2.5), and what helps. */
const NAME_ADVICE: Readonly<Record<string, Words>> = {
  NAME_EMPLOYEE_ISSUE: [
    'Parece el nombre de un empleado: pida el de la empresa, solo o con un área.',
    'It looks like an employee’s name: ask for the company’s, alone or with a department.',
    'Parece o nome de um funcionário: peça o da empresa, sozinho ou com uma área.',
  ],
  NAME_ENDCLIENT_NOTRELATED: [
    'No ve que sea de la empresa: pida su propia marca, no la de otra, y escríbala en su web.',
    'It does not see that it is the company’s: ask for its own brand, not another’s, and have the web site show it.',
    'Não vê que seja da empresa: peça a própria marca, não a de outra, e escreva-a no site.',
  ],
  NAME_FORMAT_UNACCEPTABLE: [
    'No acepta cómo está escrito: sin adornos, direcciones ni todo en mayúsculas, y con tres letras o más.',
    'It does not accept how it is written: no ornaments, no addresses, not all in capitals, three letters or more.',
    'Não aceita como está escrito: sem enfeites, endereços nem tudo em maiúsculas, e com três letras ou mais.',
  ],
  NAME_INDIVIDUAL_ISSUE: [
    'Parece el nombre de una persona: pida el de la empresa, solo o con un área.',
    'It looks like a person’s name: ask for the company’s, alone or with a department.',
    'Parece o nome de uma pessoa: peça o da empresa, sozinho ou com uma área.',
  ],
  NAME_NOT_CONSISTENT: [
    'No coincide con la marca: pida el nombre tal como aparece en la web de la empresa.',
    'It does not match the brand: ask for the name as the company’s web site shows it.',
    'Não corresponde à marca: peça o nome tal como aparece no site da empresa.',
  ],
}

/** About a number: speed, limit, quality, name, PIN, username (cloud-api §2.5, §1.12). */
export const LINE_NOTICES = {
  'line-onboarded': info([
    'El número {line} está listo en WhatsApp.',
    'The number {line} is ready on WhatsApp.',
    'O número {line} está pronto no WhatsApp.',
  ]),
  'line-faster': info([
    'El número {line} puede enviar ahora 1.000 mensajes por segundo.',
    'The number {line} can now send 1,000 messages a second.',
    'O número {line} agora pode enviar 1.000 mensagens por segundo.',
  ]),
  'line-flagged': danger(
    [
      'La calidad del número {line} es baja.',
      'The quality of the number {line} is low.',
      'A qualidade do número {line} está baixa.',
    ],
    [
      'Pare las campañas y escriba solo a quien lo espera, o Meta limitará el número.',
      'Stop campaigns and write only to those who expect it, or Meta will limit the number.',
      'Pare as campanhas e escreva só a quem espera, ou a Meta vai limitar o número.',
    ],
  ),
  'line-unflagged': info([
    'La calidad del número {line} se recuperó.',
    'The quality of the number {line} has recovered.',
    'A qualidade do número {line} se recuperou.',
  ]),
  'limit-raised': info([
    'Ahora se puede iniciar conversación con {to} en 24 horas.',
    'Conversations can now be started with {to} in 24 hours.',
    'Agora é possível iniciar conversas com {to} em 24 horas.',
  ]),
  'limit-lowered': warning(
    [
      'Meta bajó el límite: se puede iniciar conversación con {to} en 24 horas.',
      'Meta lowered the limit: conversations can be started with {to} in 24 hours.',
      'A Meta baixou o limite: é possível iniciar conversas com {to} em 24 horas.',
    ],
    [
      'Reparta las campañas en varios días y cuide la calidad.',
      'Spread campaigns over several days and mind the quality.',
      'Distribua as campanhas em vários dias e cuide da qualidade.',
    ],
  ),
  'limit-told': info([
    'Se puede iniciar conversación con {to} en 24 horas.',
    'Conversations can be started with {to} in 24 hours.',
    'É possível iniciar conversas com {to} em 24 horas.',
  ]),
  'name-approved': info([
    'Meta aprobó el nombre «{to}» del número {line}.',
    'Meta approved the name “{to}” of the number {line}.',
    'A Meta aprovou o nome “{to}” do número {line}.',
  ]),
  'name-rejected': {
    ...warning(
      [
        'Meta rechazó el nombre «{to}» del número {line}.',
        'Meta rejected the name “{to}” of the number {line}.',
        'A Meta rejeitou o nome “{to}” do número {line}.',
      ],
      [
        'Meta no dice por qué: pida un nombre que aparezca en la web de la empresa.',
        'Meta does not say why: ask for a name that the company’s web site shows.',
        'A Meta não diz por quê: peça um nome que apareça no site da empresa.',
      ],
    ),
    advised: NAME_ADVICE,
  },
  'line-connected-again': info([
    'El número {line} volvió a conectarse.',
    'The number {line} is connected again.',
    'O número {line} voltou a se conectar.',
  ]),
  'name-waiting': info([
    'Meta aún revisa el nombre «{to}» del número {line}.',
    'Meta is still reviewing the name “{to}” of the number {line}.',
    'A Meta ainda analisa o nome “{to}” do número {line}.',
  ]),
  'pin-changed': warning(
    [
      'El PIN de dos pasos del número {line} cambió.',
      'The two-step PIN of the number {line} was changed.',
      'O PIN de duas etapas do número {line} mudou.',
    ],
    [
      'Si no fue nadie de la empresa, cámbielo ya y revise quién tiene acceso.',
      'If it was nobody of yours, change it now and look at who has access.',
      'Se não foi ninguém da empresa, troque agora e reveja quem tem acesso.',
    ],
  ),
  'pin-reset-asked': danger(
    [
      'Alguien pidió quitar el PIN de dos pasos del número {line}.',
      'Somebody asked to take away the two-step PIN of the number {line}.',
      'Alguém pediu para retirar o PIN de duas etapas do número {line}.',
    ],
    [
      'Si no fue nadie de la empresa, avise a Meta: podrían robarle el número.',
      'If it was nobody of yours, tell Meta: somebody may be after the number.',
      'Se não foi ninguém da empresa, avise a Meta: podem roubar o número.',
    ],
  ),
  'pin-reset': warning(
    [
      'Se quitó el PIN de dos pasos del número {line}.',
      'The two-step PIN of the number {line} was taken away.',
      'O PIN de duas etapas do número {line} foi retirado.',
    ],
    [
      'Ponga un PIN nuevo para proteger el número.',
      'Set a new PIN to protect the number.',
      'Defina um PIN novo para proteger o número.',
    ],
  ),
  'username-changed': info([
    'El nombre de usuario del número {line}: {details}.',
    'The username of the number {line}: {details}.',
    'O nome de usuário do número {line}: {details}.',
  ]),
} as const satisfies Record<string, Kind>
