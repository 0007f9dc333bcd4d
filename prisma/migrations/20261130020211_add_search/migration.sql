-- What is searched, folded: domain/search/fold.ts is the same in TypeScript, and a test holds the two together. The columns are made by the
-- database itself, so that nothing that is written can be left out; a Prisma schema has no word for them and needs none.
create function kyodo_fold(words text) returns text language sql immutable strict parallel safe as $$
  select translate(
    lower(
      regexp_replace(
        normalize(words, NFKC),
        '[\t\n\v\f\r \u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF\uFE00-\uFE0F\U000E0100-\U000E01EF]',
        '',
        'g'
      ) collate "C"
    ),
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボ' ||
    'ポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶヽヾゖゕÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ' ||
    'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ‐−–' ||
    '—―〜亞會傳兒圓劍劔勳嚴與萬竝乘豫龜亙佛假價來剋雙收𠮷臺團國圀鹽增壯聲壺學實寶寳寬壽將堯尙嶽峯嶋嶌﨑嵜碕嵳巢帶廣廳辨瓣辯' ||
    '彌當彥從德應恆惠愼懷戶戾擴擧敎數斎齊齋斊曾昻晄晉曉朖條榮桒櫻檜栢栁楳檢樂槇樣槗𣘺橫步齒每氣澤淨濱濵凉淸濟澁溪渕渊溫滿瀧瀨' ||
    '燈點爲熙熋獨瑤畫畄穗穐稱稻穰龍粹經繪繼總綠緣繩羣聰舍館舩蘆藝莖莊蔣藏園薰藪乕螢衞覺覽譽讓豐賴邊邉遙郞鄕鄉錄鐵銕銳鐮鎭關隨' ||
    '靜靑顯驛鷗鷄鸖靏靍麥黃黑默冨眞禰禮祿禪野祕翆萠刈縣卷權寫釋觸醉圖專淺踐纖對滯擇單晝蟲鑄聽徵轉鬪讀腦拜發髮拔變舖襃飜譯藥搖' ||
    '謠兩壘勵靈齡戀爐勞樓灣巖凜髙枡篭兔冱惡壓圍醫壹隱營艷歐毆奧穩壞槪殼渴罐陷勸歡觀歸僞戲犧舊據虛峽挾狹區驅徑揭輕擊缺硏儉險圈' ||
    '獻驗效鑛號碎劑雜參棧蠶慘贊殘絲辭濕獸縱肅處緖敍涉燒證奬狀剩疊壤孃釀囑寢盡髓樞竊攝戰錢潛爭搜插瘦裝騷臟卽屬續墮體擔膽斷彈遲' ||
    '癡敕遞黨盜屆貳惱霸廢賣蠻甁拂倂麵餘亂獵曆歷鍊',
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼ' ||
    'ぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔかけゝゞけかàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþ' ||
    'αβγδεζηθικλμνξοπρστυφχψωабвгдеёжзийклмнопрстуфхцчшщъыьэюя---' ||
    '--~亜会伝児円剣剣勲厳与万並乗予亀亘仏仮価来克双収吉台団国国塩増壮声壷学実宝宝寛寿将尭尚岳峰島島崎崎崎嵯巣帯広庁弁弁弁' ||
    '弥当彦従徳応恒恵慎懐戸戻拡挙教数斉斉斉斉曽昂晃晋暁朗条栄桑桜桧柏柳梅検楽槙様橋橋横歩歯毎気沢浄浜浜涼清済渋渓淵淵温満滝瀬' ||
    '灯点為煕熊独瑶画留穂秋称稲穣竜粋経絵継総緑縁縄群聡舎舘船芦芸茎荘蒋蔵薗薫薮虎蛍衛覚覧誉譲豊頼辺辺遥郎郷郷録鉄鉄鋭鎌鎮関随' ||
    '静青顕駅鴎鶏鶴鶴鶴麦黄黒黙富真祢礼禄禅埜秘翠萌苅県巻権写釈触酔図専浅践繊対滞択単昼虫鋳聴徴転闘読脳拝発髪抜変舗褒翻訳薬揺' ||
    '謡両塁励霊齢恋炉労楼湾巌凛高桝籠兎冴悪圧囲医壱隠営艶欧殴奥穏壊概殻渇缶陥勧歓観帰偽戯犠旧拠虚峡挟狭区駆径掲軽撃欠研倹険圏' ||
    '献験効鉱号砕剤雑参桟蚕惨賛残糸辞湿獣縦粛処緒叙渉焼証奨状剰畳壌嬢醸嘱寝尽髄枢窃摂戦銭潜争捜挿痩装騒臓即属続堕体担胆断弾遅' ||
    '痴勅逓党盗届弐悩覇廃売蛮瓶払併麺余乱猟暦歴錬'
  )
$$;

-- Fields stand in lines of their own: no word has a line break in it.
alter table meeting
  add column searched text not null generated always as (kyodo_fold(place) || E'\n' || kyodo_fold(note)) stored,
  add column searched_contents text not null generated always as (kyodo_fold(decisions)) stored;

alter table agenda_item
  add column searched text not null generated always as (kyodo_fold(text)) stored;

alter table written_item
  add column searched text not null generated always as (kyodo_fold(text)) stored;

alter table training_session
  add column searched text not null generated always as (
    kyodo_fold(other_name) || E'\n' || kyodo_fold(place) || E'\n' || kyodo_fold(lecturer) || E'\n' || kyodo_fold(content)
  ) stored;

alter table article
  add column searched text not null generated always as (
    kyodo_fold(title) || E'\n' || kyodo_fold(body) || E'\n' || kyodo_fold(photo_text)
  ) stored;

alter table inquiry
  add column searched text not null generated always as (
    kyodo_fold(title) || E'\n' || kyodo_fold(document_number) || E'\n' || kyodo_fold(requester) || E'\n' || kyodo_fold(content)
  ) stored;
