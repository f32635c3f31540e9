<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AttendancePage</name>
    <message>
        <source>absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation type="unfinished">Присутствие</translation>
    </message>
    <message>
        <source>Mark who is present, then choose who sits at the laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who sits at the laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present: {count} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {office}: present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {office}: absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: sits at the laptop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chapter</name>
    <message>
        <source>Package</source>
        <translation>Пакет выборов</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Присутствие</translation>
    </message>
    <message>
        <source>Close of voting</source>
        <translation>Окончание голосования</translation>
    </message>
    <message>
        <source>Before opening</source>
        <translation>До вскрытия ящиков</translation>
    </message>
    <message>
        <source>Slip for all present</source>
        <translation>Листок для присутствующих</translation>
    </message>
    <message>
        <source>Mobile box</source>
        <translation>Переносной ящик</translation>
    </message>
    <message>
        <source>Stationary boxes</source>
        <translation>Стационарные ящики</translation>
    </message>
    <message>
        <source>Sort and count</source>
        <translation>Сортировка и подсчёт</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Замечания</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Booklet</source>
        <translation>Книжка протоколов</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Подписи</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Копии</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Передача</translation>
    </message>
</context>
<context>
    <name>CloseVotingPage</name>
    <message>
        <source>Write the time as four digits, as in 1900.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chair announces the close; who is in the station still votes. Voting ends here at {hour}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close of voting</source>
        <translation type="unfinished">Окончание голосования</translation>
    </message>
    <message>
        <source>Close announced at (time)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last vote cast at (time)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voting ended early: who decided it, and why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>Left: {left} of {of}</source>
        <translation>Осталось: {left} из {of}</translation>
    </message>
    <message>
        <source>This sheet is finished. Its figures stay covered for the second entry.</source>
        <translation>Этот лист завершён. Числа скрыты до повторного ввода.</translation>
    </message>
    <message>
        <source>This sheet is finished and locked.</source>
        <translation>Этот лист завершён и закрыт.</translation>
    </message>
    <message>
        <source>Count in bundles of {size} instead</source>
        <translation>Писать пачками по {size}</translation>
    </message>
    <message>
        <source>Write totals instead</source>
        <translation>Писать итоговые числа</translation>
    </message>
</context>
<context>
    <name>ErrorSummary</name>
    <message>
        <source>There is a problem</source>
        <translation>Нужно исправить</translation>
    </message>
    <message>
        <source>More lines with a problem: {count}</source>
        <translation>Ещё строк с ошибкой: {count}</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Save and stop</source>
        <translation>Сохранить и прервать</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Сохранено {time}</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>chair</source>
        <translation>председатель</translation>
    </message>
    <message>
        <source>deputy</source>
        <translation>заместитель</translation>
    </message>
    <message>
        <source>secretary</source>
        <translation>секретарь</translation>
    </message>
    <message>
        <source>member</source>
        <translation>член комиссии</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>PRACTICE</source>
        <translation>УЧЕБНЫЙ</translation>
    </message>
    <message>
        <source>Station {number}</source>
        <translation>Участок {number}</translation>
    </message>
    <message>
        <source>Step {number} of {of}</source>
        <translation>Шаг {number} из {of}</translation>
    </message>
    <message>
        <source>Azerbaijani, Alt+1</source>
        <translation>Азербайджанский, Alt+1</translation>
    </message>
    <message>
        <source>English, Alt+2</source>
        <translation>Английский, Alt+2</translation>
    </message>
    <message>
        <source>Russian, Alt+3</source>
        <translation>Русский, Alt+3</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>{name} chooses a PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody present has a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of the members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each member types a PIN of eight digits or more, twice, unseen by others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN, eight digits or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys made: {count} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{office}, has a key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaceNames</name>
    <message>
        <source>Candidate {number}, {label}</source>
        <translation>Кандидат {number}, {label}</translation>
    </message>
    <message>
        <source>Line {number}, {label}</source>
        <translation>Пункт {number}, {label}</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>The disk did not take this ({reason}). Make room or free the disk, then try again.</source>
        <translation>Диск не принял запись ({reason}). Освободите место и попробуйте снова.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Before any box is opened</source>
        <translation>До вскрытия ящиков</translation>
    </message>
    <message>
        <source>Mobile box {box}</source>
        <translation>Переносной ящик {box}</translation>
    </message>
    <message>
        <source>Stationary box {box}</source>
        <translation>Стационарный ящик {box}</translation>
    </message>
    <message>
        <source>Sort and count</source>
        <translation>Сортировка и подсчёт</translation>
    </message>
    <message>
        <source>Count with observers watching. Write each figure from your paper.</source>
        <translation>Считайте на глазах у наблюдателей. Перепишите каждое число со своего листа.</translation>
    </message>
    <message>
        <source>Count the papers of this box face down. Write each figure from your paper.</source>
        <translation>Пересчитайте бюллетени этого ящика лицом вниз. Перепишите каждое число со своего листа.</translation>
    </message>
    <message>
        <source>Open this box and count its papers face down. Write each figure from your paper.</source>
        <translation>Вскройте этот ящик и пересчитайте бюллетени лицом вниз. Перепишите каждое число со своего листа.</translation>
    </message>
    <message>
        <source>Sort the ballots into piles and count each pile. Write each figure from your paper.</source>
        <translation>Разложите бюллетени по стопкам и посчитайте каждую. Перепишите каждое число со своего листа.</translation>
    </message>
    <message>
        <source>Write every figure again from the paper. What was written before is not shown.</source>
        <translation>Перепишите с листа каждое число ещё раз. Записанное раньше не показывается.</translation>
    </message>
    <message>
        <source>{heading}, second entry</source>
        <translation>{heading}, повторный ввод</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>{place}: full bundles</source>
        <translation>{place}: полные пачки</translation>
    </message>
    <message>
        <source>{place}: papers left over</source>
        <translation>{place}: остаток листов</translation>
    </message>
    <message>
        <source>write a figure, or 0 if there are none</source>
        <translation>напишите число, а если нет ни одного, то 0</translation>
    </message>
    <message>
        <source>write it with the digits 0 to 9 only</source>
        <translation>пишите только цифрами от 0 до 9</translation>
    </message>
    <message>
        <source>what is left over must be fewer than {size}</source>
        <translation>остаток должен быть меньше одной пачки ({size})</translation>
    </message>
    <message>
        <source>does not match: look at the paper</source>
        <translation>не совпадает: посмотрите на лист</translation>
    </message>
</context>
<context>
    <name>StopPage</name>
    <message>
        <source>Save and stop</source>
        <translation>Сохранить и прервать</translation>
    </message>
    <message>
        <source>The ballots are out of their boxes. Write why the count stops.</source>
        <translation>Бюллетени вынуты из ящиков. Напишите, почему подсчёт прерван.</translation>
    </message>
    <message>
        <source>Why does the count stop?</source>
        <translation>Почему подсчёт прерван?</translation>
    </message>
    <message>
        <source>Who guards the ballots?</source>
        <translation>Кто охраняет бюллетени?</translation>
    </message>
</context>
<context>
    <name>TakeoverPage</name>
    <message>
        <source>Choose the member who sits down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A member who did not write the first figures writes them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A member who did not write the booklet reads it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another member sits down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who sits down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own PIN</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
