import type { FindingCode } from './codes.ts'

/** What is wrong and, where it helps, what to do; `{max}` stands for a value of the finding. In es, en, pt-BR. */
export const FINDING_WORDS: Readonly<Record<FindingCode, readonly [es: string, en: string, ptBr: string]>> = {
  'components-missing': [
    'La plantilla no tiene componentes; hace falta al menos el cuerpo.',
    'The template has no components; it needs at least a body.',
    'O modelo não tem componentes; precisa ao menos do corpo.',
  ],
  'component-unknown': [
    'Aquí no va un componente de tipo «{found}».',
    'A component of type "{found}" does not belong here.',
    'Aqui não cabe um componente do tipo "{found}".',
  ],
  'component-repeated': [
    'El componente «{found}» está dos veces.',
    'The component "{found}" is there twice.',
    'O componente "{found}" aparece duas vezes.',
  ],
  'component-malformed': [
    'Este componente no es un objeto con tipo.',
    'This component is not an object with a type.',
    'Este componente não é um objeto com tipo.',
  ],
  'name-missing': ['Falta el nombre.', 'The name is missing.', 'Falta o nome.'],
  'name-invalid': [
    'El nombre solo lleva minúsculas sin acento, cifras y guiones bajos.',
    'The name has only lower-case letters, digits and underscores.',
    'O nome só leva minúsculas sem acento, algarismos e sublinhados.',
  ],
  'name-too-long': [
    'El nombre tiene {found} caracteres; caben {max}.',
    'The name has {found} characters; {max} fit.',
    'O nome tem {found} caracteres; cabem {max}.',
  ],
  'language-missing': ['Falta el idioma.', 'The language is missing.', 'Falta o idioma.'],
  'language-unknown': [
    'Meta no conoce el idioma «{found}»; se escribe como es_MX o pt_BR.',
    'Meta does not know the language "{found}"; it is written like es_MX or pt_BR.',
    'A Meta não conhece o idioma "{found}"; escreve-se como es_MX ou pt_BR.',
  ],
  'category-unknown': [
    'La categoría es MARKETING, UTILITY o AUTHENTICATION, no «{found}».',
    'The category is MARKETING, UTILITY or AUTHENTICATION, not "{found}".',
    'A categoria é MARKETING, UTILITY ou AUTHENTICATION, não "{found}".',
  ],
  'parameter-format-wrong': [
    'El formato de los campos es POSITIONAL o NAMED, no «{found}».',
    'The format of fields is POSITIONAL or NAMED, not "{found}".',
    'O formato dos campos é POSITIONAL ou NAMED, não "{found}".',
  ],
  'ttl-out-of-range': [
    'La validez es de {found} segundos; en esta categoría va de {min} a {max}.',
    'The time to live is {found} seconds; in this category it runs from {min} to {max}.',
    'A validade é de {found} segundos; nesta categoria vai de {min} a {max}.',
  ],
  'body-missing': ['Falta el cuerpo.', 'The body is missing.', 'Falta o corpo.'],
  'text-missing': ['Aquí falta el texto.', 'The text is missing here.', 'Aqui falta o texto.'],
  'text-too-long': [
    'El texto tiene {found} caracteres; caben {max}.',
    'The text has {found} characters; {max} fit.',
    'O texto tem {found} caracteres; cabem {max}.',
  ],
  'header-format-unknown': [
    'No hay encabezados de tipo «{found}».',
    'There is no header of format "{found}".',
    'Não há cabeçalho do tipo "{found}".',
  ],
  'header-format-not-allowed': [
    'Esta categoría no admite un encabezado de tipo «{found}».',
    'This category takes no header of format "{found}".',
    'Esta categoria não aceita cabeçalho do tipo "{found}".',
  ],
  'header-markup': [
    'El encabezado no lleva negritas ni otros formatos.',
    'The header takes no bold or other formatting.',
    'O cabeçalho não leva negrito nem outros formatos.',
  ],
  'header-line-break': [
    'El encabezado no lleva saltos de línea.',
    'The header takes no line breaks.',
    'O cabeçalho não leva quebras de linha.',
  ],
  'header-fields-too-many': [
    'El encabezado tiene como mucho un campo.',
    'The header has at most one field.',
    'O cabeçalho tem no máximo um campo.',
  ],
  'header-file-missing': [
    'Falta un archivo de ejemplo para el encabezado.',
    'A sample file for the header is missing.',
    'Falta um arquivo de exemplo para o cabeçalho.',
  ],
  'footer-field': ['El pie no lleva campos.', 'The footer takes no fields.', 'O rodapé não leva campos.'],
  'braces-unbalanced': [
    'Estas llaves no forman pareja; un campo se escribe {{1}}.',
    'These braces do not pair up; a field is written {{1}}.',
    'Estas chaves não formam par; um campo se escreve {{1}}.',
  ],
  'field-name-invalid': [
    '«{found}» no es nombre de campo: va un número, o minúsculas, cifras y guiones bajos.',
    '"{found}" is no field name: it is a number, or lower-case letters, digits and underscores.',
    '"{found}" não é nome de campo: use um número, ou minúsculas, algarismos e sublinhados.',
  ],
  'fields-mixed': [
    'Los campos son todos con número o todos con nombre, según el formato elegido.',
    'Fields are all numbered or all named, as the chosen format says.',
    'Os campos são todos numerados ou todos com nome, conforme o formato escolhido.',
  ],
  'fields-not-contiguous': [
    'Los números van seguidos desde {{1}}: se esperaba {expected} y está {found}.',
    'Numbers run from {{1}} without a gap: {expected} was expected and {found} is there.',
    'Os números seguem a partir de {{1}} sem saltos: esperava-se {expected} e está {found}.',
  ],
  'field-at-edge': [
    'Un campo no va al principio ni al final: añade palabras antes o después.',
    'A field does not stand at the start or the end: add words before or after it.',
    'Um campo não fica no início nem no fim: acrescente palavras antes ou depois.',
  ],
  'fields-adjacent': [
    'Entre dos campos hacen falta palabras.',
    'Words are needed between two fields.',
    'Entre dois campos são necessárias palavras.',
  ],
  'field-name-repeated': [
    'El campo «{found}» está dos veces; cada nombre va una sola vez.',
    'The field "{found}" is there twice; each name stands once.',
    'O campo "{found}" aparece duas vezes; cada nome vai uma só vez.',
  ],
  'example-missing': [
    'Falta un ejemplo para el campo {field}.',
    'A sample for field {field} is missing.',
    'Falta um exemplo para o campo {field}.',
  ],
  'example-invalid': [
    'El ejemplo del campo {field} lleva saltos de línea, tabuladores o más de cuatro espacios seguidos.',
    'The sample for field {field} has line breaks, tabs or more than four spaces in a row.',
    'O exemplo do campo {field} tem quebras de linha, tabulações ou mais de quatro espaços seguidos.',
  ],
  'buttons-missing': [
    'El componente de botones está vacío.',
    'The buttons component is empty.',
    'O componente de botões está vazio.',
  ],
  'buttons-too-many': [
    'Hay {found} botones; caben {max}.',
    'There are {found} buttons; {max} fit.',
    'Há {found} botões; cabem {max}.',
  ],
  'button-kind-unknown': [
    'No hay botones de tipo «{found}».',
    'There is no button of type "{found}".',
    'Não há botão do tipo "{found}".',
  ],
  'button-kind-too-many': [
    'De tipo {kind} caben como mucho {max}.',
    'At most {max} of type {kind} fit.',
    'Do tipo {kind} cabem no máximo {max}.',
  ],
  'button-not-alone': [
    'Un botón de tipo {kind} no va con otros, ni en cualquier categoría.',
    'A button of type {kind} does not go with others, nor in every category.',
    'Um botão do tipo {kind} não vai com outros, nem em qualquer categoria.',
  ],
  'quick-replies-apart': [
    'Las respuestas rápidas van todas juntas.',
    'Quick replies stand all together.',
    'As respostas rápidas ficam todas juntas.',
  ],
  'button-text-not-plain': [
    'El texto de un botón no lleva campos, emojis, formatos ni saltos de línea.',
    'The text of a button takes no fields, emoji, formatting or line breaks.',
    'O texto de um botão não leva campos, emojis, formatos nem quebras de linha.',
  ],
  'button-text-repeated': ['Dos botones dicen lo mismo.', 'Two buttons say the same.', 'Dois botões dizem o mesmo.'],
  'url-invalid': [
    'No es una dirección web completa, con https://.',
    'This is not a whole web address, with https://.',
    'Não é um endereço web completo, com https://.',
  ],
  'url-field-not-last': [
    'Una dirección tiene como mucho un campo, justo al final.',
    'An address has at most one field, at its very end.',
    'Um endereço tem no máximo um campo, bem no final.',
  ],
  'phone-invalid': [
    'No es un teléfono internacional de hasta {max} caracteres.',
    'This is not an international phone number of at most {max} characters.',
    'Não é um telefone internacional de até {max} caracteres.',
  ],
  'copy-code-too-long': [
    'El código tiene {found} caracteres; caben {max}.',
    'The code has {found} characters; {max} fit.',
    'O código tem {found} caracteres; cabem {max}.',
  ],
  'flow-missing': [
    'El botón no dice qué formulario abre.',
    'The button does not say which flow it opens.',
    'O botão não diz qual formulário abre.',
  ],
  'carousel-card-count': [
    'El carrusel tiene {found} tarjetas; van de {min} a {max}.',
    'The carousel has {found} cards; it takes {min} to {max}.',
    'O carrossel tem {found} cartões; vai de {min} a {max}.',
  ],
  'carousel-cards-differ': [
    'Todas las tarjetas llevan los mismos componentes y botones que la primera.',
    'All cards have the same components and buttons as the first.',
    'Todos os cartões têm os mesmos componentes e botões do primeiro.',
  ],
  'carousel-part-not-allowed': [
    'Junto a un carrusel solo va el cuerpo.',
    'Beside a carousel there is only a body.',
    'Junto a um carrossel só vai o corpo.',
  ],
  'card-header-missing': [
    'Cada tarjeta empieza con una imagen, un vídeo o un producto.',
    'Each card begins with an image, a video or a product.',
    'Cada cartão começa com uma imagem, um vídeo ou um produto.',
  ],
  'card-line-breaks': [
    'En una tarjeta caben {max} saltos de línea.',
    'A card takes {max} line breaks.',
    'Em um cartão cabem {max} quebras de linha.',
  ],
  'offer-part-not-allowed': [
    'Una oferta limitada no admite este componente.',
    'A limited-time offer does not take this component.',
    'Uma oferta limitada não aceita este componente.',
  ],
  'offer-link-missing': [
    'Una oferta limitada lleva un botón con enlace.',
    'A limited-time offer has a button with a link.',
    'Uma oferta limitada leva um botão com link.',
  ],
  'offer-code-missing': [
    'Una oferta que caduca lleva un botón para copiar el código.',
    'An offer that expires has a button that copies the code.',
    'Uma oferta que expira leva um botão para copiar o código.',
  ],
  'marketing-only': [
    '«{found}» solo va en plantillas de marketing.',
    '"{found}" only goes in marketing templates.',
    '"{found}" só cabe em modelos de marketing.',
  ],
  'authentication-part-not-allowed': [
    'En una plantilla de autenticación el texto lo pone Meta.',
    'In an authentication template the text is Meta’s own.',
    'Em um modelo de autenticação o texto é da Meta.',
  ],
  'authentication-button-missing': [
    'Una plantilla de autenticación lleva un botón OTP y ninguno más.',
    'An authentication template has one OTP button and no other.',
    'Um modelo de autenticação leva um botão OTP e nenhum outro.',
  ],
  'otp-kind-unknown': [
    'El botón OTP es COPY_CODE, ONE_TAP o ZERO_TAP, no «{found}».',
    'The OTP button is COPY_CODE, ONE_TAP or ZERO_TAP, not "{found}".',
    'O botão OTP é COPY_CODE, ONE_TAP ou ZERO_TAP, não "{found}".',
  ],
  'otp-app-missing': [
    '{kind} necesita el paquete y la firma de la aplicación.',
    '{kind} needs the package and signature of the app.',
    '{kind} precisa do pacote e da assinatura do aplicativo.',
  ],
  'otp-terms-missing': [
    'ZERO_TAP exige aceptar sus condiciones (zero_tap_terms_accepted).',
    'ZERO_TAP needs its terms accepted (zero_tap_terms_accepted).',
    'ZERO_TAP exige aceitar seus termos (zero_tap_terms_accepted).',
  ],
  'code-minutes-out-of-range': [
    'El código vale de {min} a {max} minutos enteros.',
    'The code is good for {min} to {max} whole minutes.',
    'O código vale de {min} a {max} minutos inteiros.',
  ],
  'category-mismatch': [
    'Meta la pondrá como {predicted}, no como {asked}.',
    'Meta will make it {predicted}, not {asked}.',
    'A Meta vai classificá-lo como {predicted}, não como {asked}.',
  ],
  promotion: [
    '«{found}» suena a promoción; eso va en una plantilla de marketing.',
    '"{found}" sounds like a promotion; that goes in a marketing template.',
    '"{found}" soa como promoção; isso vai em um modelo de marketing.',
  ],
  coupon: [
    '«{found}» ofrece un cupón; eso va en una plantilla de marketing.',
    '"{found}" offers a coupon; that goes in a marketing template.',
    '"{found}" oferece um cupom; isso vai em um modelo de marketing.',
  ],
  upselling: [
    '«{found}» ofrece más de lo que ya se tiene; eso va en una plantilla de marketing.',
    '"{found}" offers more than one already has; that goes in a marketing template.',
    '"{found}" oferece mais do que já se tem; isso vai em um modelo de marketing.',
  ],
  'cold-contact': [
    '«{found}» suena a llamada en frío: solo se escribe a quien lo ha consentido.',
    '"{found}" sounds like a cold call: only people who agreed are written to.',
    '"{found}" soa como contato frio: só se escreve a quem consentiu.',
  ],
  survey: [
    '«{found}» pide una opinión; si no es sobre un servicio concreto, es marketing.',
    '"{found}" asks for an opinion; unless it is about one service just given, it is marketing.',
    '"{found}" pede uma opinião; se não for sobre um atendimento concreto, é marketing.',
  ],
  goodwill: [
    '«{found}» es un saludo, y para Meta un saludo es marketing.',
    '"{found}" is a greeting, and to Meta a greeting is marketing.',
    '"{found}" é uma saudação, e para a Meta uma saudação é marketing.',
  ],
  unclear: [
    'Un extraño no sabría para qué es este mensaje; di de qué trata con texto fijo.',
    'A stranger could not tell what this message is for; say it in fixed text.',
    'Um estranho não saberia para que serve esta mensagem; diga do que se trata em texto fixo.',
  ],
  threat: [
    '«{found}» suena a amenaza; Meta la rechaza y la ley puede castigarla.',
    '"{found}" sounds like a threat; Meta rejects it and the law may punish it.',
    '"{found}" soa como ameaça; a Meta a rejeita e a lei pode puni-la.',
  ],
  'legal-act': [
    '«{found}» anuncia actos legales; en WhatsApp no se cobra así.',
    '"{found}" announces legal acts; that is not how one collects on WhatsApp.',
    '"{found}" anuncia atos judiciais; no WhatsApp não se cobra assim.',
  ],
  'public-shaming': [
    '«{found}» amenaza con exponer a la persona; es motivo de rechazo.',
    '"{found}" threatens to expose the person; that is a reason for rejection.',
    '"{found}" ameaça expor a pessoa; é motivo de rejeição.',
  ],
  'card-request': [
    '«{found}» pide datos de tarjeta; nunca se piden por chat.',
    '"{found}" asks for card data; they are never asked for in a chat.',
    '"{found}" pede dados do cartão; eles nunca se pedem por chat.',
  ],
  'identity-request': [
    '«{found}» pide un documento o una clave; los últimos cuatro caracteres bastan.',
    '"{found}" asks for an identity document or a secret; the last four characters are enough.',
    '"{found}" pede um documento ou uma senha; os últimos quatro caracteres bastam.',
  ],
  'short-link': [
    '«{found}» esconde adónde lleva; usa la dirección completa de tu sitio.',
    '"{found}" hides where it leads; use the whole address of your site.',
    '"{found}" esconde aonde leva; use o endereço completo do seu site.',
  ],
  'chat-link': [
    '«{found}» lleva a otro chat; Meta rechaza esos enlaces.',
    '"{found}" leads to another chat; Meta rejects such links.',
    '"{found}" leva a outro chat; a Meta rejeita esses links.',
  ],
  'forbidden-goods': [
    '«{found}»: la política de comercio de Meta restringe esta mercancía.',
    '"{found}": Meta’s commerce policy restricts these goods.',
    '"{found}": a política de comércio da Meta restringe esta mercadoria.',
  ],
  'same-text': [
    'La plantilla {found} ya tiene este texto; Meta rechaza los duplicados.',
    'The template {found} has this text already; Meta rejects duplicates.',
    'O modelo {found} já tem este texto; a Meta rejeita duplicatas.',
  ],
  'similar-text': [
    'La plantilla {found} dice casi lo mismo; quizá baste con ella.',
    'The template {found} says almost the same; perhaps it is enough.',
    'O modelo {found} diz quase o mesmo; talvez baste ele.',
  ],
  'fields-too-many': [
    '{fields} campos son muchos para {words} palabras; hacen falta unas {needed}.',
    '{fields} fields are many for {words} words; about {needed} are needed.',
    '{fields} campos são muitos para {words} palavras; são necessárias umas {needed}.',
  ],
  'language-mismatch': [
    'El texto parece estar en otro idioma ({found}).',
    'The text seems to be in another language ({found}).',
    'O texto parece estar em outro idioma ({found}).',
  ],
  'could-be-utility': [
    'Nada aquí suena a promoción; como UTILITY podría aprobarse y costar menos.',
    'Nothing here sounds like a promotion; as UTILITY it may be approved and cost less.',
    'Nada aqui soa como promoção; como UTILITY poderia ser aprovado e custar menos.',
  ],
  'name-says-nothing': [
    'El nombre no dice para qué es; mejor algo como pedido_enviado.',
    'The name does not say what it is for; better something like order_shipped.',
    'O nome não diz para que serve; melhor algo como pedido_enviado.',
  ],
  'field-without-context': [
    'Este campo está solo en su línea; di con palabras qué es.',
    'This field is alone on its line; say in words what it is.',
    'Este campo está sozinho na linha; diga com palavras o que é.',
  ],
  tab: [
    'Hay un tabulador; un espacio basta.',
    'There is a tab; a space is enough.',
    'Há uma tabulação; um espaço basta.',
  ],
  'repeated-spaces': [
    'Hay varios espacios seguidos; uno basta.',
    'There are several spaces in a row; one is enough.',
    'Há vários espaços seguidos; um basta.',
  ],
  'blank-lines': [
    'Hay varias líneas vacías seguidas; una basta.',
    'There are several empty lines in a row; one is enough.',
    'Há várias linhas vazias seguidas; uma basta.',
  ],
  'outer-spaces': [
    'Sobran espacios al principio o al final.',
    'There are spaces too many at the start or the end.',
    'Sobram espaços no início ou no fim.',
  ],
  emoji: [
    'Hay {found} emojis; hasta {max}, y con palabras, se leen bien.',
    'There are {found} emoji; up to {max}, with words, read well.',
    'Há {found} emojis; até {max}, e com palavras, leem-se bem.',
  ],
  shouting: [
    'Mayúsculas o exclamaciones seguidas suenan a gritos.',
    'Capitals or exclamation marks in a row sound like shouting.',
    'Maiúsculas ou exclamações seguidas soam como gritos.',
  ],
  'tone-mixed': [
    '«{first}» y «{second}» tratan a la persona de dos maneras; elige una.',
    '"{first}" and "{second}" address the person in two ways; choose one.',
    '"{first}" e "{second}" tratam a pessoa de duas maneiras; escolha uma.',
  ],
  'opt-out-missing': [
    'Di cómo dejar de recibir mensajes, por ejemplo en el pie: «Responde BAJA».',
    'Say how to stop receiving messages, for instance in the footer: "Reply STOP".',
    'Diga como deixar de receber mensagens, por exemplo no rodapé: "Responda SAIR".',
  ],
  spelling: [
    '«{found}» no está en el diccionario{better}.',
    '"{found}" is not in the dictionary{better}.',
    '"{found}" não está no dicionário{better}.',
  ],
}

/** What is said of the predicted category. `{found}` are the words that gave it away. */
export const PREDICTION_WORDS = {
  clues: [
    'Meta la tomará por {category} por estas palabras: {found}.',
    'Meta will take it for {category} because of these words: {found}.',
    'A Meta vai tomá-lo por {category} por causa destas palavras: {found}.',
  ],
  shape: [
    'Meta la tomará por {category} por su forma.',
    'Meta will take it for {category} because of its shape.',
    'A Meta vai tomá-lo por {category} pela sua forma.',
  ],
  asked: [
    'Meta la deja en {category}, como se pide.',
    'Meta leaves it in {category}, as asked.',
    'A Meta o deixa em {category}, como pedido.',
  ],
  unclear: [
    'Nada en el texto dice para qué es, y lo que no es claro Meta lo toma por {category}.',
    'Nothing in the text says what it is for, and what is unclear Meta takes for {category}.',
    'Nada no texto diz para que serve, e o que não é claro a Meta toma por {category}.',
  ],
} as const
