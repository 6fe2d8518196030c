import type { RefusalCode } from './refusal.ts'

/** What is said of templates, of making and changing them, and of their fields. In es, en, pt-BR. */
export const TEMPLATE_WORDS: Readonly<
  Record<Extract<RefusalCode, `template-${string}`>, readonly [es: string, en: string, ptBr: string]>
> = {
  'template-missing': [
    'No existe esa plantilla en ese idioma.',
    'There is no such template in that language.',
    'Esse modelo não existe nesse idioma.',
  ],
  'template-elsewhere': [
    'Esa plantilla es de otra cuenta de WhatsApp: desde este número no se puede enviar. Duplíquela en la cuenta del número.',
    'That template belongs to another WhatsApp account: it cannot be sent from this number. Duplicate it into the number’s account.',
    'Esse modelo é de outra conta do WhatsApp: não pode ser enviado deste número. Duplique-o na conta do número.',
  ],
  'template-not-approved': [
    'Meta no tiene aprobada esta plantilla en este momento.',
    'Meta has not approved this template, or has paused it.',
    'A Meta não aprovou este modelo ou o pausou.',
  ],
  'template-unsupported': [
    'La plantilla tiene partes que Hilo todavía no sabe rellenar.',
    'The template has parts that Hilo cannot fill in yet.',
    'O modelo tem partes que o Hilo ainda não sabe preencher.',
  ],
  'template-exists': [
    'Ya existe una plantilla con ese nombre en ese idioma.',
    'There is a template of that name in that language already.',
    'Já existe um modelo com esse nome nesse idioma.',
  ],
  'template-changed-meanwhile': [
    'Otra persona cambió esta plantilla mientras usted la editaba; vuelva a cargarla.',
    'Somebody else changed this template while you were editing it; load it again.',
    'Outra pessoa alterou este modelo enquanto você o editava; carregue-o de novo.',
  ],
  'template-draft-only': [
    'Esta plantilla solo existe como borrador: no hay otra versión a la que volver.',
    'This template exists only as a draft: there is no other version to go back to.',
    'Este modelo só existe como rascunho: não há outra versão à qual voltar.',
  ],
  'template-name-fixed': [
    'El nombre y el idioma de una plantilla que Meta ya tiene no se pueden cambiar; duplícala.',
    'Name and language of a template that Meta has cannot be changed; duplicate it.',
    'O nome e o idioma de um modelo que a Meta já tem não podem ser alterados; duplique-o.',
  ],
  'template-category-fixed': [
    'La categoría de una plantilla aprobada no se puede cambiar.',
    'The category of an approved template cannot be changed.',
    'A categoria de um modelo aprovado não pode ser alterada.',
  ],
  'template-submitting': [
    'La plantilla va camino de Meta; espera la respuesta.',
    'The template is on its way to Meta; wait for the answer.',
    'O modelo está a caminho da Meta; aguarde a resposta.',
  ],
  'template-nothing-to-submit': [
    'No hay nada que enviar a Meta: la plantilla no tiene cambios.',
    'There is nothing to submit: the template has no changes.',
    'Não há nada para enviar à Meta: o modelo não tem alterações.',
  ],
  'template-faulty': [
    'Meta no aceptaría esta plantilla tal como está.',
    'Meta would not take this template as it is.',
    'A Meta não aceitaria este modelo como está.',
  ],
  'template-state': [
    'El estado en que Meta tiene esta plantilla no lo permite.',
    'The state Meta has this template in does not allow it.',
    'O estado em que a Meta tem este modelo não permite isso.',
  ],
  'template-name-blocked': [
    'Meta bloquea ese nombre durante 30 días porque se borró una plantilla que lo llevaba.',
    'Meta blocks that name for 30 days because a template that had it was deleted.',
    'A Meta bloqueia esse nome por 30 dias porque um modelo que o tinha foi excluído.',
  ],
  'template-too-many': [
    'La cuenta de WhatsApp ya tiene todas las plantillas que Meta permite.',
    'The WhatsApp account has all the templates Meta allows.',
    'A conta do WhatsApp já tem todos os modelos que a Meta permite.',
  ],
  'template-creation-limit': [
    'Meta admite 100 plantillas nuevas por hora y cuenta de WhatsApp; espera un poco.',
    'Meta takes 100 new templates an hour for each WhatsApp account; wait a little.',
    'A Meta aceita 100 modelos novos por hora e conta do WhatsApp; espere um pouco.',
  ],
  'template-edit-limit': [
    'Una plantilla aprobada se puede editar una vez en 24 horas y diez veces en 30 días.',
    'An approved template can be edited once in 24 hours and ten times in 30 days.',
    'Um modelo aprovado pode ser editado uma vez em 24 horas e dez vezes em 30 dias.',
  ],
  'template-field-missing': [
    'Falta un valor de la plantilla.',
    'A value of the template is missing.',
    'Falta um valor do modelo.',
  ],
  'template-field-unknown': [
    'La plantilla no tiene ese campo.',
    'The template has no such field.',
    'O modelo não tem esse campo.',
  ],
  'template-field-invalid': [
    'Un valor de la plantilla no es válido: sin saltos de línea, tabuladores ni más de cuatro espacios seguidos.',
    'A value of the template is not valid: no line breaks, tabs or more than four spaces in a row.',
    'Um valor do modelo não é válido: sem quebras de linha, tabulações nem mais de quatro espaços seguidos.',
  ],
}
