/**
 * What the simulated printer's character generator knows: characters 0x80…0xFF by the number `ESC t` selects, as the
 * printed code-page charts of the makers show them. Written down apart from the encoder's tables on purpose.
 */
export const characterPages: Readonly<Record<number, string>> = {
  // 437: USA, standard Europe; what a printer starts in.
  0:
    'ÇüéâäàåçêëèïîìÄÅ' +
    'ÉæÆôöòûùÿÖÜ¢£¥₧ƒ' +
    'áíóúñÑªº¿⌐¬½¼¡«»' +
    '░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
    '└┴┬├─┼╞╟╚╔╩╦╠═╬╧' +
    '╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
    'αßΓπΣσµτΦΘΩδ∞φε∩' +
    '≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ',
  // 1252: Windows Latin.
  16:
    '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž ' +
    ' ‘’“”•–—˜™š›œ žŸ' +
    ' ¡¢£¤¥¦§¨©ª«¬-®¯' +
    '°±²³´µ¶·¸¹º»¼½¾¿' +
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ' +
    'ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß' +
    'àáâãäåæçèéêëìíîï' +
    'ðñòóôõö÷øùúûüýþÿ',
  // 858: multilingual Latin with the euro.
  19:
    'ÇüéâäàåçêëèïîìÄÅ' +
    'ÉæÆôöòûùÿÖÜø£Ø×ƒ' +
    'áíóúñÑªº¿®¬½¼¡«»' +
    '░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤' +
    'ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀' +
    'ÓßÔÒõÕµþÞÚÛÙýÝ¯´' +
    '-±‗¾¶§÷¸°¨·¹³²■ ',
}
