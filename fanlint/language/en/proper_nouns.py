"""Days, months, peoples, languages, places and makes, which have a capital wherever they stand."""

# Words that are nothing else in small letters; so no “may”, “march”, “polish”, “turkey”, “china”, “swede” or “mark”.
PROPER_NOUNS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays "
    "sundays january february april june july september october november december "
    "christmas easter halloween hanukkah ramadan passover "
    "english englishman englishmen englishwoman british briton britons scottish scotsman irish irishman irishmen welsh "
    "welshman american americans african africans european europeans asian asians australian australians canadian "
    "canadians mexican mexicans brazilian brazilians cuban cubans german germans french frenchman frenchmen "
    "frenchwoman spanish spaniard spaniards italian italians portuguese dutch dutchman belgian belgians swiss austrian "
    "austrians swedish norwegian norwegians danish finnish icelandic russian russians ukrainian ukrainians hungarian "
    "romanian bulgarian serbian croatian greek greeks turkish persian arab arabs arabic iranian iraqi israeli egyptian "
    "egyptians moroccan indian indians pakistani chinese japanese korean koreans vietnamese filipino indonesian "
    "mongolian tibetan hawaiian hebrew yiddish sanskrit mandarin cantonese hindi urdu swahili "
    "jewish muslim muslims islamic islam buddhist buddhists buddhism hindu hindus protestant lutheran victorian "
    "edwardian elizabethan shakespearean londoner londoners parisian texan californian "
    "europe africa asia america antarctica england britain scotland ireland france germany spain italy portugal "
    "switzerland austria sweden norway denmark finland iceland russia ukraine poland hungary romania bulgaria greece "
    "egypt morocco nigeria kenya ethiopia israel iraq iran syria lebanon india pakistan afghanistan bangladesh korea "
    "vietnam thailand cambodia indonesia singapore malaysia philippines australia canada mexico brazil argentina "
    "colombia venezuela hawaii alaska california texas florida london paris berlin madrid vienna moscow tokyo kyoto "
    "osaka beijing shanghai chicago boston hollywood manhattan brooklyn broadway edinburgh dublin oxford "
    "facebook youtube instagram netflix wikipedia tiktok snapchat whatsapp spotify playstation xbox nintendo iphone "
    "iphones ipad ipads ipod pepsi starbucks disney disneyland toyota honda ferrari lamborghini volkswagen volvo "
    "kevlar velcro".split()
)
OWN_CAPITALS = {
    "youtube": "YouTube",
    "tiktok": "TikTok",
    "whatsapp": "WhatsApp",
    "playstation": "PlayStation",
    "xbox": "Xbox",
    "iphone": "iPhone",
    "iphones": "iPhones",
    "ipad": "iPad",
    "ipads": "iPads",
    "ipod": "iPod",
}
