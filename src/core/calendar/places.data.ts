/**
 * Calling codes (ITU-T E.164, list of assigned codes) with their ISO country and the time zones people there live by (tz
 * database, zone1970.tab; both checked 2026-11-29). Of zones that always agree one stands for all. Where the digits that
 * follow decide, they have a line of their own, for the longest match counts. A country of several zones without such a
 * line has them all: what is done there must fit the clocks of everybody.
 */
export const PLACES = `
20 EG Africa/Cairo
212 MA Africa/Casablanca
213 DZ Africa/Algiers
216 TN Africa/Tunis
221 SN Africa/Dakar
225 CI Africa/Abidjan
233 GH Africa/Accra
234 NG Africa/Lagos
237 CM Africa/Douala
238 CV Atlantic/Cape_Verde
240 GQ Africa/Malabo
244 AO Africa/Luanda
251 ET Africa/Addis_Ababa
254 KE Africa/Nairobi
255 TZ Africa/Dar_es_Salaam
256 UG Africa/Kampala
258 MZ Africa/Maputo
27 ZA Africa/Johannesburg
30 GR Europe/Athens
31 NL Europe/Amsterdam
32 BE Europe/Brussels
33 FR Europe/Paris
34 ES Europe/Madrid Atlantic/Canary
348 ES Europe/Madrid
349 ES Europe/Madrid
34822 ES Atlantic/Canary
34828 ES Atlantic/Canary
34922 ES Atlantic/Canary
34928 ES Atlantic/Canary
351 PT Europe/Lisbon Atlantic/Azores
352 LU Europe/Luxembourg
353 IE Europe/Dublin
354 IS Atlantic/Reykjavik
358 FI Europe/Helsinki
359 BG Europe/Sofia
36 HU Europe/Budapest
376 AD Europe/Andorra
380 UA Europe/Kyiv
385 HR Europe/Zagreb
39 IT Europe/Rome
40 RO Europe/Bucharest
41 CH Europe/Zurich
420 CZ Europe/Prague
421 SK Europe/Bratislava
43 AT Europe/Vienna
44 GB Europe/London
45 DK Europe/Copenhagen
46 SE Europe/Stockholm
47 NO Europe/Oslo
48 PL Europe/Warsaw
49 DE Europe/Berlin
501 BZ America/Belize
502 GT America/Guatemala
503 SV America/El_Salvador
504 HN America/Tegucigalpa
505 NI America/Managua
506 CR America/Costa_Rica
507 PA America/Panama
509 HT America/Port-au-Prince
51 PE America/Lima
52 MX America/Mexico_City America/Cancun America/Ciudad_Juarez America/Hermosillo America/Tijuana
53 CU America/Havana
54 AR America/Argentina/Buenos_Aires
55 BR America/Sao_Paulo America/Noronha America/Manaus America/Rio_Branco
551 BR America/Sao_Paulo
552 BR America/Sao_Paulo
553 BR America/Sao_Paulo
554 BR America/Sao_Paulo
555 BR America/Sao_Paulo
556 BR America/Sao_Paulo
557 BR America/Sao_Paulo
558 BR America/Sao_Paulo
559 BR America/Sao_Paulo
5565 BR America/Cuiaba
5566 BR America/Cuiaba
5567 BR America/Campo_Grande
5568 BR America/Rio_Branco
5569 BR America/Porto_Velho
5581 BR America/Recife America/Noronha
5592 BR America/Manaus
5595 BR America/Boa_Vista
5597 BR America/Manaus America/Rio_Branco
56 CL America/Santiago Pacific/Easter America/Punta_Arenas
562 CL America/Santiago
563 CL America/Santiago
5632 CL America/Santiago Pacific/Easter
564 CL America/Santiago
565 CL America/Santiago
5661 CL America/Punta_Arenas
5663 CL America/Santiago
5664 CL America/Santiago
5665 CL America/Santiago
5667 CL America/Coyhaique
567 CL America/Santiago
57 CO America/Bogota
58 VE America/Caracas
591 BO America/La_Paz
592 GY America/Guyana
593 EC America/Guayaquil Pacific/Galapagos
5932 EC America/Guayaquil
5933 EC America/Guayaquil
5934 EC America/Guayaquil
5936 EC America/Guayaquil
5937 EC America/Guayaquil
595 PY America/Asuncion
597 SR America/Paramaribo
598 UY America/Montevideo
60 MY Asia/Kuala_Lumpur
61 AU Australia/Sydney Australia/Adelaide Australia/Brisbane Australia/Darwin Australia/Perth
62 ID Asia/Jakarta Asia/Makassar Asia/Jayapura
63 PH Asia/Manila
64 NZ Pacific/Auckland
65 SG Asia/Singapore
66 TH Asia/Bangkok
7 RU Europe/Kaliningrad Europe/Moscow Asia/Yekaterinburg Asia/Vladivostok Asia/Kamchatka
77 KZ Asia/Almaty
81 JP Asia/Tokyo
82 KR Asia/Seoul
84 VN Asia/Ho_Chi_Minh
852 HK Asia/Hong_Kong
86 CN Asia/Shanghai
886 TW Asia/Taipei
90 TR Europe/Istanbul
91 IN Asia/Kolkata
92 PK Asia/Karachi
94 LK Asia/Colombo
961 LB Asia/Beirut
962 JO Asia/Amman
965 KW Asia/Kuwait
966 SA Asia/Riyadh
971 AE Asia/Dubai
972 IL Asia/Jerusalem
974 QA Asia/Qatar
`

/**
 * Area codes of the North American plan by country and zone, as NANPA has given them out (compiled 2026-11-29; not yet
 * compared with its own list). Those that reach over a border of zones name both. A code that is not here may be anywhere
 * in the United States, so that leaving one out only makes the hours narrower.
 */
export const AREA_CODES = `
US America/New_York 201 202 203 207 212 215 216 220 223 227 229 234 239 240 248 252 260 267 272 276 283 301 302 304 305 313 315 317 321 324 326 329 330 332 336 339 347 351 352 380 386 401 404 407 410 412 413 419 434 436 440 443 445 463 470 472 475 478 484 508 513 516 517 518 540 551 557 561 567 570 571 582 585 586 603 607 609 610 614 616 617 624 631 640 645 646 656 667 678 680 681 686 689 703 704 706 716 717 718 724 727 728 732 734 740 743 754 757 762 765 770 772 774 781 786 802 803 804 810 813 814 821 826 828 835 838 839 843 845 848 854 856 857 859 862 863 864 865 878 904 908 910 912 914 917 919 929 934 937 941 943 947 948 954 959 973 978 980 984 989
US America/New_York,America/Chicago 219 270 364 423 574 606 812 850 906 930
US America/Chicago 205 210 214 217 218 224 225 228 235 251 254 256 262 274 281 309 312 314 316 318 319 320 325 327 331 334 337 346 353 361 402 405 409 414 417 430 432 447 464 469 479 501 504 507 512 515 531 534 539 563 572 573 580 601 608 612 615 618 629 630 636 641 651 659 660 662 682 708 712 713 715 726 730 731 737 763 769 773 779 806 815 816 817 830 832 847 861 870 872 901 903 913 918 920 931 936 938 940 945 952 956 972 975 979 985
US America/Chicago,America/Denver 308 605 620 701 785 915
US America/Denver 303 307 385 406 435 505 575 719 720 801 970 983
US America/Phoenix 480 520 602 623 928
US America/Denver,America/Los_Angeles 208 458 541 986
US America/Los_Angeles 206 209 213 253 279 310 323 341 350 360 369 408 415 424 425 442 503 509 510 530 559 562 564 619 626 628 650 657 661 669 702 707 714 725 738 747 760 775 805 818 820 831 837 840 858 909 916 925 949 951 971
US America/Anchorage 907
US Pacific/Honolulu 808
CA America/Toronto 226 249 263 289 343 354 365 367 382 387 416 418 437 438 450 468 514 519 548 579 581 613 647 683 705 742 753 819 873 905
CA America/Toronto,America/Winnipeg 807
CA America/Winnipeg 204 431 584
CA America/Regina 306 474 639
CA America/Edmonton 368 403 587 780 825
CA America/Vancouver,America/Edmonton 236 250 257 604 672 778
CA America/Halifax 428 506 782 902
CA America/St_Johns 709 879
CA America/Edmonton,America/Vancouver,America/Toronto 867
DO America/Santo_Domingo 809 829 849
PR America/Puerto_Rico 787 939
JM America/Jamaica 658 876
TT America/Port_of_Spain 868
BS America/Nassau 242
BB America/Barbados 246
`
