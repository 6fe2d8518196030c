import { rule, type Rule, type Words } from '../problem.ts'

const VALUES: Words = [
  'Los datos no encajan con la plantilla aprobada.',
  'The values do not match the approved template.',
  'Os dados não correspondem ao modelo aprovado.',
]
const FILL_AGAIN: Words = [
  'Complete de nuevo los campos de la plantilla y envíela.',
  'Fill in the template’s fields again and send it.',
  'Preencha de novo os campos do modelo e envie.',
]
const filled = rule('content', 'message', 'correct', VALUES, { advice: FILL_AGAIN })
const AUTOMATIC: Words = [
  'Esta plantilla la creó Meta sola: no se puede editar ni borrar.',
  'Meta made this template by itself: it can be neither edited nor deleted.',
  'Este modelo foi criado pela própria Meta: não pode ser editado nem excluído.',
]

/** Sending with templates, and making them; the seven digits are subcodes of 100 (cloud-api §1, §3, §6). */
export const TEMPLATE_CODES: Readonly<Record<string, Rule>> = {
  '132000': filled,
  '132008': filled,
  '132012': filled,
  '132018': filled,
  '132001': rule('company', 'template', 'other-template', [
    'La plantilla no existe en ese idioma o Meta aún no la aprobó.',
    'The template does not exist in that language, or Meta has not approved it yet.',
    'O modelo não existe nesse idioma ou a Meta ainda não o aprovou.',
  ]),
  '132005': rule(
    'content',
    'message',
    'correct',
    [
      'Con los campos completos, la plantilla queda demasiado larga.',
      'With its fields filled in, the template is too long.',
      'Com os campos preenchidos, o modelo fica longo demais.',
    ],
    {
      advice: [
        'Acorte los datos de los campos y envíela de nuevo.',
        'Shorten what goes into the fields and send it again.',
        'Encurte os dados dos campos e envie de novo.',
      ],
    },
  ),
  '132007': rule('content', 'template', 'other-template', [
    'El contenido de la plantilla incumple las políticas de WhatsApp.',
    'The template’s content breaks WhatsApp’s policies.',
    'O conteúdo do modelo viola as políticas do WhatsApp.',
  ]),
  '132015': rule('company', 'template', 'other-template', [
    'Meta pausó esta plantilla porque a muchas personas no les gustó.',
    'Meta has paused this template because many people did not like it.',
    'A Meta pausou este modelo porque muitas pessoas não gostaram.',
  ]),
  '132016': rule('company', 'template', 'other-template', [
    'Meta desactivó esta plantilla para siempre por su baja calidad.',
    'Meta has disabled this template for good because of its low quality.',
    'A Meta desativou este modelo para sempre por baixa qualidade.',
  ]),
  '132068': rule('company', 'template', 'other-template', [
    'Meta bloqueó el formulario de este mensaje.',
    'Meta has blocked the form in this message.',
    'A Meta bloqueou o formulário desta mensagem.',
  ]),
  '132069': rule('company', 'template', 'wait', [
    'Meta limita por ahora los envíos de este formulario.',
    'Meta limits for now how often this form is sent.',
    'A Meta limita por enquanto os envios deste formulário.',
  ]),
  '2388019': rule('company', 'account', 'administrator', [
    'La cuenta ya tiene todas las plantillas que Meta permite.',
    'The account has all the templates Meta allows.',
    'A conta já tem todos os modelos que a Meta permite.',
  ]),
  '2388040': rule('content', 'template', 'correct', [
    'Una parte de la plantilla es demasiado larga.',
    'A part of the template is too long.',
    'Uma parte do modelo é longa demais.',
  ]),
  '2388047': rule('content', 'template', 'correct', [
    'El encabezado de la plantilla no es válido.',
    'The template’s header is not valid.',
    'O cabeçalho do modelo não é válido.',
  ]),
  '2388072': rule('content', 'template', 'correct', [
    'El texto de la plantilla no es válido.',
    'The template’s body is not valid.',
    'O texto do modelo não é válido.',
  ]),
  '2388073': rule('content', 'template', 'correct', [
    'El pie de la plantilla no es válido.',
    'The template’s footer is not valid.',
    'O rodapé do modelo não é válido.',
  ]),
  '2388293': rule('content', 'template', 'correct', [
    'La plantilla tiene demasiados campos para tan poco texto.',
    'The template has too many fields for so little text.',
    'O modelo tem campos demais para tão pouco texto.',
  ]),
  '2388299': rule('content', 'template', 'correct', [
    'La plantilla empieza o termina con un campo.',
    'The template begins or ends with a field.',
    'O modelo começa ou termina com um campo.',
  ]),
  // From here to 2593002: in answers that integrators quote, in no document of Meta's that we found.
  '2388023': rule(
    'company',
    'template',
    'correct',
    [
      'Meta todavía borra una plantilla con este nombre.',
      'Meta is still deleting a template of this name.',
      'A Meta ainda está excluindo um modelo com este nome.',
    ],
    {
      advice: [
        'Usa otro nombre o espera 30 días.',
        'Use another name or wait 30 days.',
        'Use outro nome ou espere 30 dias.',
      ],
    },
  ),
  '2388024': rule('company', 'template', 'correct', [
    'Meta ya tiene una plantilla con este nombre en este idioma.',
    'Meta has a template of this name in this language already.',
    'A Meta já tem um modelo com este nome neste idioma.',
  ]),
  '2388043': rule('content', 'template', 'correct', [
    'A una parte de la plantilla le falta algo.',
    'Something is missing in a part of the template.',
    'Falta algo em uma parte do modelo.',
  ]),
  '2388044': rule('content', 'template', 'correct', [
    'Una parte de la plantilla tiene algo que Meta no espera.',
    'A part of the template has something Meta does not expect.',
    'Uma parte do modelo tem algo que a Meta não espera.',
  ]),
  '2494102': rule(
    'content',
    'template',
    'correct',
    [
      'Meta ya no conoce el archivo de ejemplo.',
      'Meta does not know the example file any more.',
      'A Meta não conhece mais o arquivo de exemplo.',
    ],
    { advice: ['Sube el archivo otra vez.', 'Upload the file again.', 'Envie o arquivo de novo.'] },
  ),
  '2593002': rule('company', 'template', 'other-template', [
    'Meta no tiene esta plantilla.',
    'Meta does not have this template.',
    'A Meta não tem este modelo.',
  ]),
  '2388318': rule('content', 'template', 'other-template', AUTOMATIC),
  '2388330': rule('content', 'template', 'other-template', AUTOMATIC),
}
