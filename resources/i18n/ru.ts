<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>Build</source>
        <translation>Сборка</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Система</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Скопировано.</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>Об этой программе</translation>
    </message>
    <message>
        <source>Two laptops that show the same build run the same program.</source>
        <translation>На двух ноутбуках с одной и той же сборкой работает одна и та же программа.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Скопировать</translation>
    </message>
    <message>
        <source>What went wrong so far</source>
        <translation>Что до сих пор пошло не так</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Лицензии</translation>
    </message>
    <message>
        <source>Back to the work</source>
        <translation>Назад к работе</translation>
    </message>
</context>
<context>
    <name>AloudLink</name>
    <message>
        <source>Read the ballots aloud instead</source>
        <translation>Считать, оглашая бюллетени</translation>
    </message>
    <message>
        <source>Read on aloud: {count} so far</source>
        <translation>Продолжить оглашение: пока {count}</translation>
    </message>
</context>
<context>
    <name>Asides</name>
    <message>
        <source>Count a list page by page</source>
        <translation>Сосчитать список по страницам</translation>
    </message>
    <message>
        <source>Reports of the day: how many have voted so far</source>
        <translation>Сообщения дня: сколько проголосовало к этому часу</translation>
    </message>
    <message>
        <source>Doubtful ballots</source>
        <translation>Сомнительные бюллетени</translation>
    </message>
</context>
<context>
    <name>AttendancePage</name>
    <message>
        <source>absent</source>
        <translation>отсутствует</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>Присутствие</translation>
    </message>
    <message>
        <source>Mark who is present, then choose who sits at the laptop.</source>
        <translation>Отметьте присутствующих, затем выберите, кто сидит за компьютером.</translation>
    </message>
    <message>
        <source>Who is present</source>
        <translation>Кто присутствует</translation>
    </message>
    <message>
        <source>Who sits at the laptop</source>
        <translation>Кто сидит за компьютером</translation>
    </message>
    <message>
        <source>Present: {count} of {of}</source>
        <translation>Присутствуют: {count} из {of}</translation>
    </message>
    <message>
        <source>{name}, {office}: present</source>
        <translation>{name}, {office}: присутствует</translation>
    </message>
    <message>
        <source>{name}, {office}: absent</source>
        <translation>{name}, {office}: отсутствует</translation>
    </message>
    <message>
        <source>{name}: sits at the laptop</source>
        <translation>{name}: за компьютером</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>Last snapshot</source>
        <translation>Последняя копия</translation>
    </message>
    <message>
        <source>Journal head</source>
        <translation>Последний отпечаток журнала</translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation>SHA-256 файла</translation>
    </message>
    <message>
        <source>A snapshot to the stick</source>
        <translation>Резервная копия на носитель</translation>
    </message>
    <message>
        <source>Another laptop goes on from it. Nothing here waits for the stick.</source>
        <translation>С неё может продолжить другой ноутбук. Здесь ничто не ждёт носителя.</translation>
    </message>
    <message>
        <source>Folder of the stick</source>
        <translation>Папка носителя</translation>
    </message>
    <message>
        <source>Back to the count</source>
        <translation>К подсчёту</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Скопировать</translation>
    </message>
</context>
<context>
    <name>BookletSheet</name>
    <message>
        <source>does not match: look at the booklet</source>
        <translation>не совпадает: посмотрите на бланк</translation>
    </message>
</context>
<context>
    <name>ByPagePage</name>
    <message>
        <source>Subtotal of this list: {sum} ({words})</source>
        <translation>Промежуточный итог этого списка: {sum} ({words})</translation>
    </message>
    <message>
        <source>Count a list page by page</source>
        <translation>Сосчитать список по страницам</translation>
    </message>
    <message>
        <source>Write what each page has. Continue puts the sum onto the sheet; nothing else is compared here.</source>
        <translation>Запишите, сколько на каждой странице. «Далее» переносит сумму на лист; больше здесь ничего не сравнивают.</translation>
    </message>
    <message>
        <source>Which list is counted</source>
        <translation>Какой список считают</translation>
    </message>
    <message>
        <source>Pages: {pages}</source>
        <translation>Страниц: {pages}</translation>
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
        <translation>Конец голосования</translation>
    </message>
    <message>
        <source>Before opening</source>
        <translation>До вскрытия</translation>
    </message>
    <message>
        <source>Slip for all present</source>
        <translation>Справка для всех</translation>
    </message>
    <message>
        <source>Mobile box</source>
        <translation>Переносной ящик</translation>
    </message>
    <message>
        <source>Stationary boxes</source>
        <translation>Стационар. ящики</translation>
    </message>
    <message>
        <source>Sort and count</source>
        <translation>Подсчёт голосов</translation>
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
        <translation>Бланк</translation>
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
    <name>ClockPage</name>
    <message>
        <source>The laptop shows {time}</source>
        <translation>Компьютер показывает {time}</translation>
    </message>
    <message>
        <source>Choose the member who confirms the clock.</source>
        <translation>Выберите члена комиссии, который подтверждает часы.</translation>
    </message>
    <message>
        <source>{name} and another member compare it with a watch; then the other confirms.</source>
        <translation>{name} и ещё один член комиссии сверяют их с наручными часами; затем второй подтверждает.</translation>
    </message>
    <message>
        <source>The laptop’s clock</source>
        <translation>Часы компьютера</translation>
    </message>
    <message>
        <source>Who confirms it too</source>
        <translation>Кто ещё подтверждает</translation>
    </message>
    <message>
        <source>Your own PIN</source>
        <translation>Ваш собственный PIN</translation>
    </message>
    <message>
        <source>Confirm the clock</source>
        <translation>Подтвердить часы</translation>
    </message>
</context>
<context>
    <name>CloseVotingPage</name>
    <message>
        <source>write the time as four digits, as in 1900</source>
        <translation>напишите время четырьмя цифрами, например 1900</translation>
    </message>
    <message>
        <source>The chair announces the close; who is in the station still votes. Voting ends here at {hour}.</source>
        <translation>Председатель объявляет окончание, а те, кто в помещении, ещё голосуют. Голосование здесь заканчивается в {hour}.</translation>
    </message>
    <message>
        <source>Close of voting</source>
        <translation>Окончание голосования</translation>
    </message>
    <message>
        <source>Close announced at (time)</source>
        <translation>Окончание объявлено (время)</translation>
    </message>
    <message>
        <source>Last vote cast at (time)</source>
        <translation>Последний голос подан (время)</translation>
    </message>
    <message>
        <source>Voting ended early: who decided it, and why</source>
        <translation>Голосование окончено раньше: кто решил и почему</translation>
    </message>
</context>
<context>
    <name>CopiesPage</name>
    <message>
        <source>Save copy {number}</source>
        <translation>Сохранить копию {number}</translation>
    </message>
    <message>
        <source>Print copy {number}</source>
        <translation>Напечатать копию {number}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Напечатать</translation>
    </message>
    <message>
        <source>Show copy {number}</source>
        <translation>Показать копию {number}</translation>
    </message>
    <message>
        <source>Copy {number}, {time}</source>
        <translation>Копия {number}, {time}</translation>
    </message>
    <message>
        <source>File with the codes</source>
        <translation>Файл с кодами</translation>
    </message>
    <message>
        <source>Save one copy at least: so far the protocol is on this laptop alone.</source>
        <translation>Сохраните хотя бы одну копию: пока протокол есть только на этом компьютере.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Копии</translation>
    </message>
    <message>
        <source>Save and print as many copies as are asked for: each one has its number.</source>
        <translation>Сохраните и напечатайте столько копий, сколько просят: у каждой свой номер.</translation>
    </message>
    <message>
        <source>Who receives the next copy (name, organisation)</source>
        <translation>Кто получает следующую копию (имя, организация)</translation>
    </message>
    <message>
        <source>Open in a viewer</source>
        <translation>Открыть для просмотра</translation>
    </message>
    <message>
        <source>Write on each copy by hand: “{words}”. Add number, date, signature and stamp.</source>
        <translation>Напишите на каждой копии от руки: «{words}». Добавьте номер, дату, подпись и печать.</translation>
    </message>
    <message>
        <source>Copies: {count}</source>
        <translation>Копий: {count}</translation>
    </message>
    <message>
        <source>Sent to {printer}.</source>
        <translation>Отправлено на {printer}.</translation>
    </message>
    <message>
        <source>The printer did not take it. Open the saved copy in a viewer instead.</source>
        <translation>Принтер это не принял. Откройте сохранённую копию для просмотра.</translation>
    </message>
    <message>
        <source>No viewer opened. The copy lies in the folder named below.</source>
        <translation>Программа просмотра не открылась. Копия лежит в папке, указанной ниже.</translation>
    </message>
    <message>
        <source>Copy {number}, as it is saved and printed</source>
        <translation>Копия {number}, как она сохранена и напечатана</translation>
    </message>
</context>
<context>
    <name>DestroyPage</name>
    <message>
        <source>Keys after the night</source>
        <translation>Ключи после подсчёта</translation>
    </message>
    <message>
        <source>The sticks can be taken out. Keep a key apart from the letter.</source>
        <translation>Носители можно вынуть. Храните ключ отдельно от письма.</translation>
    </message>
    <message>
        <source>Leave the sticks in. A key that is gone cannot be stolen.</source>
        <translation>Не вынимайте носители. Уничтоженный ключ нельзя украсть.</translation>
    </message>
    <message>
        <source>Mark who keeps the key until {until}, in case a replacement is ordered</source>
        <translation>Отметьте, кто хранит ключ до {until} на случай, если назначат замену</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Закрыть окно</translation>
    </message>
    <message>
        <source>Destroy the other keys</source>
        <translation>Уничтожить остальные ключи</translation>
    </message>
    <message>
        <source>keeps the key</source>
        <translation>хранит ключ</translation>
    </message>
    <message>
        <source>key destroyed</source>
        <translation>ключ уничтожен</translation>
    </message>
    <message>
        <source>no stick was here</source>
        <translation>носителя здесь не было</translation>
    </message>
    <message>
        <source>{count} keys were destroyed. The night is over and everything is saved.</source>
        <translation>Уничтожено ключей: {count}. Ночь закончена, всё сохранено.</translation>
    </message>
</context>
<context>
    <name>DoubtfulPage</name>
    <message>
        <source>Invalid ballot</source>
        <translation>Недействительный бюллетень</translation>
    </message>
    <message>
        <source>Doubtful ballots</source>
        <translation>Сомнительные бюллетени</translation>
    </message>
    <message>
        <source>Vote on each ballot, then lay it on the pile it was decided for: it is counted there. The decisions print on the protocol.</source>
        <translation>Проголосуйте по каждому бюллетеню и положите его в стопку по решению: там его и считают. Решения печатаются в протоколе.</translation>
    </message>
    <message>
        <source>Number of the doubtful ballot</source>
        <translation>Номер сомнительного бюллетеня</translation>
    </message>
    <message>
        <source>What is seen on it</source>
        <translation>Что на нём видно</translation>
    </message>
    <message>
        <source>Members for the decision</source>
        <translation>Членов за это решение</translation>
    </message>
    <message>
        <source>Members against it</source>
        <translation>Членов против</translation>
    </message>
    <message>
        <source>The decision: valid for</source>
        <translation>Решение: действителен за</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>Decided: {count}</source>
        <translation>Решено: {count}</translation>
    </message>
    <message>
        <source>write it with the digits 0 to 9 only</source>
        <translation>пишите только цифрами от 0 до 9</translation>
    </message>
    <message>
        <source>Choose whom the ballot counts for, or “Invalid ballot”.</source>
        <translation>Выберите, за кого засчитан бюллетень, или «Недействительный бюллетень».</translation>
    </message>
</context>
<context>
    <name>DraftCode</name>
    <message>
        <source>Draft code, {part} of {count}</source>
        <translation>Код черновика, {part} из {count}</translation>
    </message>
    <message>
        <source>Print the draft</source>
        <translation>Напечатать его</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>Сохранить его</translation>
    </message>
    <message>
        <source>Sent to {printer}.</source>
        <translation>Отправлено на {printer}.</translation>
    </message>
    <message>
        <source>The printer did not take it. Save the draft instead.</source>
        <translation>Принтер не принял. Сохраните черновик.</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Сохранено: {path}</translation>
    </message>
</context>
<context>
    <name>DraftPage</name>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Read it aloud together. Keys: arrows move, + and - enlarge, 0 fits.</source>
        <translation>Прочтите вместе вслух. Клавиши: стрелки двигают, + и - меняют размер, 0 по ширине.</translation>
    </message>
    <message>
        <source>Draft of the protocol</source>
        <translation>Черновик протокола</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>Chair or deputy: make a seal key too</source>
        <translation>Председатель или заместитель: сделать и ключ печати</translation>
    </message>
    <message>
        <source>The key is made. Hand in {path}; keep the stick, and show the other files to nobody.</source>
        <translation>Ключ сделан. Сдайте файл {path}; храните носитель и никому не показывайте остальные файлы.</translation>
    </message>
    <message>
        <source>Make your own key</source>
        <translation>Сделайте свой ключ</translation>
    </message>
    <message>
        <source>Nobody else can make it for you, and nobody else learns the PIN.</source>
        <translation>Никто не сделает его за вас, и PIN не узнает никто, кроме вас.</translation>
    </message>
    <message>
        <source>Folder of your stick</source>
        <translation>Папка вашего носителя</translation>
    </message>
    <message>
        <source>Constituency and station, as 012-03</source>
        <translation>Округ и участок, например 012-03</translation>
    </message>
    <message>
        <source>First and last name, as on the roster</source>
        <translation>Имя и фамилия, как в списке</translation>
    </message>
    <message>
        <source>PIN, eight digits or more</source>
        <translation>PIN, не меньше восьми цифр</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>Тот же PIN ещё раз</translation>
    </message>
    <message>
        <source>Seal key</source>
        <translation>Ключ печати</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Сделать ключ</translation>
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
</context>
<context>
    <name>EntryWays</name>
    <message>
        <source>Count in bundles of {size} instead</source>
        <translation>Писать пачками по {size}</translation>
    </message>
    <message>
        <source>Write totals instead</source>
        <translation>Писать итоговые числа</translation>
    </message>
    <message>
        <source>Undo: Ctrl+Z</source>
        <translation>Отменить: Ctrl+Z</translation>
    </message>
    <message>
        <source>Redo: Ctrl+Y</source>
        <translation>Вернуть: Ctrl+Y</translation>
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
    <name>ExercisePage</name>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>later</source>
        <translation>позже</translation>
    </message>
    <message>
        <source>Skip the exercise</source>
        <translation>Пропустить упражнение</translation>
    </message>
    <message>
        <source>This is an exercise: nothing of it is kept.</source>
        <translation>Это упражнение: ничего не сохраняется.</translation>
    </message>
    <message>
        <source>Keys to try</source>
        <translation>Клавиши для пробы</translation>
    </message>
    <message>
        <source>Screen {number} of {of}</source>
        <translation>Экран {number} из {of}</translation>
    </message>
    <message>
        <source>Finish the exercise</source>
        <translation>Закончить упражнение</translation>
    </message>
    <message>
        <source>Try the keys: write figures</source>
        <translation>Попробуйте клавиши: записать числа</translation>
    </message>
    <message>
        <source>Write {count} in the first line and 0 in the second: an empty line is not 0. Enter leads to the next line, and after the last one it goes on.</source>
        <translation>Напишите {count} в первой строке и 0 во второй: пустая строка не значит 0. Enter ведёт к следующей строке, а после последней продолжает.</translation>
    </message>
    <message>
        <source>Try the keys: mend a figure</source>
        <translation>Попробуйте клавиши: исправить число</translation>
    </message>
    <message>
        <source>On the paper the first line says {count}. The arrow up leads there, and what is typed takes the place of what stood in the line.</source>
        <translation>На бумаге в первой строке стоит {count}. Туда ведёт стрелка вверх, и набранное заменит то, что стояло в строке.</translation>
    </message>
    <message>
        <source>Try the keys: a pile in bundles</source>
        <translation>Попробуйте клавиши: стопка пачками</translation>
    </message>
    <message>
        <source>Write {bundles} full bundles and {rest} papers left over. Enter leads from one box to the next; the sum stands beside them.</source>
        <translation>Напишите: полных пачек {bundles}, остаток листов {rest}. Enter ведёт от одного поля к другому; сумма стоит рядом.</translation>
    </message>
    <message>
        <source>Try the keys: choose an answer</source>
        <translation>Попробуйте клавиши: выбрать ответ</translation>
    </message>
    <message>
        <source>Press the digit of the second answer, then Enter. Arrows do it too.</source>
        <translation>Нажмите цифру второго ответа, затем Enter. Можно и стрелками.</translation>
    </message>
    <message>
        <source>Try the keys: the window itself</source>
        <translation>Попробуйте клавиши: само окно</translation>
    </message>
    <message>
        <source>Try what you like: a mark shows what was done. No figure changes by it.</source>
        <translation>Пробуйте что хотите: отметка покажет, что сделано. Ни одно число от этого не меняется.</translation>
    </message>
    <message>
        <source>Alt+1, Alt+2, Alt+3</source>
        <translation>Alt+1, Alt+2, Alt+3</translation>
    </message>
    <message>
        <source>Azerbaijani, English, Russian, at any moment</source>
        <translation>азербайджанский, английский, русский язык, в любой момент</translation>
    </message>
    <message>
        <source>Ctrl + and Ctrl -</source>
        <translation>Ctrl + и Ctrl -</translation>
    </message>
    <message>
        <source>larger and smaller letters, Ctrl 0 as they were</source>
        <translation>крупнее и мельче буквы, Ctrl 0 как было</translation>
    </message>
    <message>
        <source>F9</source>
        <translation>F9</translation>
    </message>
    <message>
        <source>light, dark, high contrast</source>
        <translation>светлые, тёмные, высокий контраст</translation>
    </message>
    <message>
        <source>{line}: here the paper says {count}.</source>
        <translation>{line}: здесь на бумаге стоит {count}.</translation>
    </message>
    <message>
        <source>Choose the second answer.</source>
        <translation>Выберите второй ответ.</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message>
        <source>{title} (box {box})</source>
        <translation>{title} (ящик {box})</translation>
    </message>
    <message>
        <source>Left side {left}; right side {right}</source>
        <translation>Левая часть {left}; правая часть {right}</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>Read each one aloud, look at the paper, then write what was found.</source>
        <translation>Прочтите каждое вслух, посмотрите на бумагу, затем напишите, что выяснилось.</translation>
    </message>
    <message>
        <source>Review of the figures</source>
        <translation>Проверка чисел</translation>
    </message>
    <message>
        <source>There is nothing to find: everything that can be compared agrees.</source>
        <translation>Расхождений нет: всё, что можно сравнить, сходится.</translation>
    </message>
    <message>
        <source>Left: {left} of {of}</source>
        <translation>Осталось: {left} из {of}</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Save and stop</source>
        <translation>Сохранить и прервать</translation>
    </message>
    <message>
        <source>Backup: F8</source>
        <translation>Копия: F8</translation>
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
    <name>FromStickPage</name>
    <message>
        <source>Go on with a night from a stick</source>
        <translation>Продолжить ночь с носителя</translation>
    </message>
    <message>
        <source>It goes on where its snapshot ends. A night on this laptop is kept whole.</source>
        <translation>Она продолжается там, где кончается копия. Ночь на этом ноутбуке сохраняется целиком.</translation>
    </message>
    <message>
        <source>File of the snapshot</source>
        <translation>Файл резервной копии</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Выбрать файл</translation>
    </message>
    <message>
        <source>Snapshots on the sticks, the latest first</source>
        <translation>Резервные копии на носителях, последняя первая</translation>
    </message>
    <message>
        <source>Go on on this laptop</source>
        <translation>Продолжить на этом ноутбуке</translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message>
        <source>The night is over and everything is saved. This window may be closed.</source>
        <translation>Подсчёт окончен, всё сохранено. Это окно можно закрыть.</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Передача</translation>
    </message>
    <message>
        <source>Post a copy at the door, then send the original off at once.</source>
        <translation>Вывесите копию у входа, затем сразу отправьте подлинник.</translation>
    </message>
    <message>
        <source>Who carries the original</source>
        <translation>Кто везёт подлинник</translation>
    </message>
    <message>
        <source>Copy posted at the station at (time)</source>
        <translation>Копия вывешена на участке (время)</translation>
    </message>
    <message>
        <source>Carriers left at (time)</source>
        <translation>Выехали (время)</translation>
    </message>
    <message>
        <source>What travels along</source>
        <translation>Что едет вместе с ним</translation>
    </message>
    <message>
        <source>Record the hand-over</source>
        <translation>Записать передачу</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Закрыть окно</translation>
    </message>
    <message>
        <source>write the time as four digits, as in 0115</source>
        <translation>напишите время четырьмя цифрами, например 0115</translation>
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
        <translation>{name} выбирает PIN</translation>
    </message>
    <message>
        <source>Everybody present has a key.</source>
        <translation>У всех присутствующих есть ключ.</translation>
    </message>
    <message>
        <source>Keys of the members</source>
        <translation>Ключи членов комиссии</translation>
    </message>
    <message>
        <source>Each member types a PIN of eight digits or more, twice, unseen by others.</source>
        <translation>Каждый член комиссии дважды набирает PIN не короче восьми цифр, чтобы другие не видели.</translation>
    </message>
    <message>
        <source>Members present</source>
        <translation>Присутствующие члены комиссии</translation>
    </message>
    <message>
        <source>PIN, eight digits or more</source>
        <translation>PIN, не меньше восьми цифр</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>Тот же PIN ещё раз</translation>
    </message>
    <message>
        <source>Keys made: {count} of {of}</source>
        <translation>Ключей: {count} из {of}</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Создать ключ</translation>
    </message>
    <message>
        <source>{office}, has a key</source>
        <translation>{office}, ключ есть</translation>
    </message>
</context>
<context>
    <name>LateEntry</name>
    <message>
        <source>These figures were counted on paper earlier</source>
        <translation>Эти цифры раньше посчитали на бумаге</translation>
    </message>
    <message>
        <source>When they were counted on paper (time)</source>
        <translation>Когда их посчитали на бумаге (время)</translation>
    </message>
    <message>
        <source>Keep this time, it prints on the protocol</source>
        <translation>Сохранить это время, оно печатается в протоколе</translation>
    </message>
</context>
<context>
    <name>LetterPage</name>
    <message>
        <source>The sealed letter</source>
        <translation>Запечатанное письмо</translation>
    </message>
    <message>
        <source>Open the letter together and type what is asked; small letters will do.</source>
        <translation>Вскройте письмо вместе и наберите то, что спрашивают; можно строчными буквами.</translation>
    </message>
    <message>
        <source>Block {number} of the letter, four characters</source>
        <translation>Блок {number} из письма, четыре знака</translation>
    </message>
    <message>
        <source>The station secret once more</source>
        <translation>Секрет участка ещё раз</translation>
    </message>
    <message>
        <source>The program was started again, and the secret is never written down.</source>
        <translation>Программу запустили снова, а секрет никогда не записывается.</translation>
    </message>
    <message>
        <source>Station secret, four groups of four</source>
        <translation>Секрет участка, четыре группы по четыре знака</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Saved: {path}</source>
        <translation>Сохранено: {path}</translation>
    </message>
    <message>
        <source>Nothing has gone wrong on this laptop.</source>
        <translation>На этом ноутбуке неполадок не было.</translation>
    </message>
    <message>
        <source>What went wrong so far</source>
        <translation>Что до сих пор пошло не так</translation>
    </message>
    <message>
        <source>For whoever helps with this program. It holds no PIN and no key.</source>
        <translation>Для того, кто помогает с этой программой. Ни PIN-кодов, ни ключей здесь нет.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Сохранить копию</translation>
    </message>
    <message>
        <source>Save a copy on the stick</source>
        <translation>Сохранить копию на носителе</translation>
    </message>
    <message>
        <source>Back to the work</source>
        <translation>Назад к работе</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Something went wrong, number {number}. Every figure written before is safe: go on, or save and stop and start again.</source>
        <translation>Произошёл сбой, номер {number}. Все записанные числа целы: продолжайте или сохраните, прервите и запустите программу снова.</translation>
    </message>
</context>
<context>
    <name>MatterCard</name>
    <message>
        <source>counted again: agrees now</source>
        <translation>пересчитано: теперь сходится</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>ответ есть</translation>
    </message>
    <message>
        <source>A figure changed since this was written: “{words}”. Write it anew.</source>
        <translation>С тех пор как это написано, число изменилось: «{words}». Напишите заново.</translation>
    </message>
    <message>
        <source>The commission declares all votes of this box invalid</source>
        <translation>Комиссия признаёт все голоса этого ящика недействительными</translation>
    </message>
    <message>
        <source>The commission decides otherwise and writes why</source>
        <translation>Комиссия решает иначе и пишет почему</translation>
    </message>
    <message>
        <source>Decision of the commission</source>
        <translation>Решение комиссии</translation>
    </message>
    <message>
        <source>Members who carried the box</source>
        <translation>Члены комиссии, носившие ящик</translation>
    </message>
    <message>
        <source>Explanation: what happened, who saw it, when</source>
        <translation>Пояснение: что произошло, кто видел, когда</translation>
    </message>
    <message>
        <source>Is that right? Your answer</source>
        <translation>Это верно? Ваш ответ</translation>
    </message>
    <message>
        <source>Why the figures stay as they are</source>
        <translation>Почему числа остаются такими</translation>
    </message>
    <message>
        <source>Act on the mobile box</source>
        <translation>Акт о переносном ящике</translation>
    </message>
    <message>
        <source>Decision and its reason</source>
        <translation>Решение и его причина</translation>
    </message>
    <message>
        <source>Do not count again</source>
        <translation>Не пересчитывать</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Пересчитать</translation>
    </message>
    <message>
        <source>write it in your own words</source>
        <translation>напишите своими словами</translation>
    </message>
    <message>
        <source>choose what the commission decided</source>
        <translation>выберите, что решила комиссия</translation>
    </message>
    <message>
        <source>mark the members who carried the box</source>
        <translation>отметьте членов комиссии, носивших ящик</translation>
    </message>
    <message>
        <source>count the pile again, until two counts agree</source>
        <translation>пересчитывайте стопку, пока два счёта подряд не совпадут</translation>
    </message>
    <message>
        <source>record the variance, or count again</source>
        <translation>зафиксируйте несоответствие или пересчитайте</translation>
    </message>
    <message>
        <source>write it with the digits 0 to 9 only</source>
        <translation>пишите только цифрами от 0 до 9</translation>
    </message>
</context>
<context>
    <name>OwnKeysPage</name>
    <message>
        <source>Keys of the members</source>
        <translation>Ключи членов комиссии</translation>
    </message>
    <message>
        <source>Each member puts in their stick and types their PIN, unseen by others.</source>
        <translation>Каждый вставляет свой носитель и набирает PIN так, чтобы другие не видели.</translation>
    </message>
    <message>
        <source>Members of the commission</source>
        <translation>Члены комиссии</translation>
    </message>
    <message>
        <source>Your own PIN</source>
        <translation>Ваш собственный PIN</translation>
    </message>
    <message>
        <source>PIN from your slip</source>
        <translation>PIN с вашего листка</translation>
    </message>
    <message>
        <source>A PIN of your own instead; empty keeps that of the slip</source>
        <translation>Свой PIN вместо него; пусто — остаётся PIN с листка</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>Тот же PIN ещё раз</translation>
    </message>
    <message>
        <source>Who sits in this member’s place, when somebody does</source>
        <translation>Кто сидит на месте этого члена комиссии, если кто-то есть</translation>
    </message>
    <message>
        <source>Without a key this member signs on paper</source>
        <translation>Без ключа подписывают на бумаге</translation>
    </message>
    <message>
        <source>No stick is here</source>
        <translation>Носителя здесь нет</translation>
    </message>
    <message>
        <source>The PIN is lost</source>
        <translation>PIN утерян</translation>
    </message>
    <message>
        <source>Never made a key</source>
        <translation>Ключа никогда не было</translation>
    </message>
    <message>
        <source>Keys opened: {count} of {of}</source>
        <translation>Открыто ключей: {count} из {of}</translation>
    </message>
    <message>
        <source>Open the key</source>
        <translation>Открыть ключ</translation>
    </message>
    <message>
        <source>Everybody present has a key, or is on record without one.</source>
        <translation>У всех присутствующих есть ключ или записано, что ключа нет.</translation>
    </message>
    <message>
        <source>{name} is absent</source>
        <translation>{name}: отсутствует</translation>
    </message>
    <message>
        <source>{name} opens their key</source>
        <translation>{name} открывает свой ключ</translation>
    </message>
    <message>
        <source>key opened</source>
        <translation>ключ открыт</translation>
    </message>
    <message>
        <source>signs on paper</source>
        <translation>подписывает на бумаге</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>отсутствует</translation>
    </message>
    <message>
        <source>absent, a substitute is here</source>
        <translation>отсутствует, есть замещающий</translation>
    </message>
</context>
<context>
    <name>PackagePage</name>
    <message>
        <source>The election package</source>
        <translation>Пакет выборов</translation>
    </message>
    <message>
        <source>Compare this with your papers. If it is another station, stop here.</source>
        <translation>Сверьте это со своими документами. Если участок другой, остановитесь здесь.</translation>
    </message>
    <message>
        <source>Blank forms, tally sheets, acts and the sheet of keys can be printed beforehand.</source>
        <translation>Пустые бланки, счётные листы, акты и лист с клавишами можно напечатать заранее.</translation>
    </message>
    <message>
        <source>Save the blank papers</source>
        <translation>Сохранить пустые бланки</translation>
    </message>
    <message>
        <source>Election</source>
        <translation>Выборы</translation>
    </message>
    <message>
        <source>Voting</source>
        <translation>Голосование</translation>
    </message>
    <message>
        <source>Ballot</source>
        <translation>Бюллетень</translation>
    </message>
    <message>
        <source>Form of the protocol</source>
        <translation>Форма протокола</translation>
    </message>
    <message>
        <source>Station secret</source>
        <translation>Секрет участка</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Отпечаток пакета</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Участок</translation>
    </message>
    <message>
        <source>Saved in {folder}: {names}</source>
        <translation>Сохранено в {folder}: {names}</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>Комиссия</translation>
    </message>
</context>
<context>
    <name>PageRows</name>
    <message>
        <source>Page {page}</source>
        <translation>Страница {page}</translation>
    </message>
    <message>
        <source>Page {page}: {trouble}.</source>
        <translation>Страница {page}: {trouble}.</translation>
    </message>
    <message>
        <source>write a figure, or 0 if there are none</source>
        <translation>напишите число, а если нет ни одного, то 0</translation>
    </message>
    <message>
        <source>write it with the digits 0 to 9 only</source>
        <translation>пишите только цифрами от 0 до 9</translation>
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
    <name>ProgressWindow</name>
    <message>
        <source>Progress of the night</source>
        <translation>Ход ночи</translation>
    </message>
    <message>
        <source>Station {number}</source>
        <translation>Участок {number}</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>УЧЕБНЫЙ</translation>
    </message>
    <message>
        <source>No figure is shown here.</source>
        <translation>Цифры здесь не показываются.</translation>
    </message>
</context>
<context>
    <name>ReadBackPage</name>
    <message>
        <source>Read the booklet back</source>
        <translation>Сверка бланка</translation>
    </message>
    <message>
        <source>Read each figure from the booklet and type it. The draft is put away.</source>
        <translation>Прочтите каждое число на бланке и наберите его. Черновик убран.</translation>
    </message>
    <message>
        <source>The booklet is spoilt: begin a new one</source>
        <translation>Бланк испорчен: начать новый</translation>
    </message>
    <message>
        <source>Left: {left} of {of}</source>
        <translation>Осталось: {left} из {of}</translation>
    </message>
</context>
<context>
    <name>ReadOnlyPage</name>
    <message>
        <source>Saved: {places}</source>
        <translation>Сохранено: {places}</translation>
    </message>
    <message>
        <source>Read only. Nothing can be written into this night.</source>
        <translation>Только для чтения. В эту ночь ничего нельзя записать.</translation>
    </message>
    <message>
        <source>The journal, to read only</source>
        <translation>Журнал, только для чтения</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>События</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Сохранить то, что читается</translation>
    </message>
</context>
<context>
    <name>ReadyPage</name>
    <message>
        <source>Saved: {path}</source>
        <translation>Сохранено: {path}</translation>
    </message>
    <message>
        <source>Is this laptop ready?</source>
        <translation>Готов ли этот ноутбук?</translation>
    </message>
    <message>
        <source>Look at each row before the day. Nothing here changes a night.</source>
        <translation>Посмотрите каждую строку до дня голосования. Здесь ничто не меняет ночь.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Посмотреть снова</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Сохранить отчёт</translation>
    </message>
    <message>
        <source>Print the report, the printer’s test page</source>
        <translation>Напечатать отчёт: пробная страница</translation>
    </message>
    <message>
        <source>To the first page</source>
        <translation>На первую страницу</translation>
    </message>
    <message>
        <source>Sent to {printer}.</source>
        <translation>Отправлено на {printer}.</translation>
    </message>
    <message>
        <source>{printer} did not take it. See to paper and cable, then print again.</source>
        <translation>{printer} не принимает. Проверьте бумагу и кабель, затем напечатайте снова.</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>These lines have no figure yet: {about}.</source>
        <translation>В этих пунктах ещё нет числа: {about}.</translation>
    </message>
    <message>
        <source>These candidates have no figure yet: {about}.</source>
        <translation>У этих кандидатов ещё нет числа: {about}.</translation>
    </message>
    <message>
        <source>These findings wait for an answer: {about}.</source>
        <translation>Эти расхождения ждут ответа: {about}.</translation>
    </message>
    <message>
        <source>Ask these members what they do: {about}.</source>
        <translation>Спросите этих членов комиссии, подписывают ли они: {about}.</translation>
    </message>
    <message>
        <source>Too few members sign. Without the others there is only a draft.</source>
        <translation>Подписывают слишком мало членов комиссии. Без остальных есть только черновик.</translation>
    </message>
    <message>
        <source>One of these must be among the signers: {about}.</source>
        <translation>Среди подписавших должен быть один из них: {about}.</translation>
    </message>
    <message>
        <source>A separate opinion is announced and not written: {about}.</source>
        <translation>Особое мнение заявлено, но не написано: {about}.</translation>
    </message>
    <message>
        <source>Series and number of the booklet are missing.</source>
        <translation>Нет серии и номера бланка.</translation>
    </message>
    <message>
        <source>The close of voting is not recorded yet.</source>
        <translation>Окончание голосования ещё не записано.</translation>
    </message>
</context>
<context>
    <name>RecountRows</name>
    <message>
        <source>{place}: counted again</source>
        <translation>{place}: пересчёт</translation>
    </message>
    <message>
        <source>write it with the digits 0 to 9 only</source>
        <translation>пишите только цифрами от 0 до 9</translation>
    </message>
    <message>
        <source>counted once: count it once more</source>
        <translation>посчитано один раз: посчитайте ещё раз</translation>
    </message>
    <message>
        <source>the last two counts differ: count it once more</source>
        <translation>два последних счёта различаются: посчитайте ещё раз</translation>
    </message>
    <message>
        <source>two counts agree: this figure stands</source>
        <translation>два счёта совпали: это число остаётся</translation>
    </message>
    <message>
        <source>count this first</source>
        <translation>сосчитайте это сначала</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>The journal {path} was damaged or changed by another program. Keep a copy of the file and go on from the last backup.</source>
        <translation>Журнал {path} повреждён или изменён другой программой. Сохраните копию файла и продолжите с последней резервной копии.</translation>
    </message>
    <message>
        <source>{path} is not a journal of tallydesk. Move it away, then try again.</source>
        <translation>{path} не журнал tallydesk. Переместите его и попробуйте снова.</translation>
    </message>
    <message>
        <source>The journal {path} is in use by another program. Close that program, then try again.</source>
        <translation>Журнал {path} занят другой программой. Закройте её и попробуйте снова.</translation>
    </message>
    <message>
        <source>The disk is full and nothing more was saved. Make room, then try again.</source>
        <translation>Диск заполнен, последнее не сохранено. Освободите место и попробуйте снова.</translation>
    </message>
    <message>
        <source>The journal {path} is gone, but the file {detail} with its last entries is still there. Put the journal back beside it, or move that file away.</source>
        <translation>Журнал {path} исчез, но файл {detail} с его последними записями ещё на месте. Верните журнал на место рядом с ним или уберите этот файл.</translation>
    </message>
    <message>
        <source>The journal {path} was written by a newer tallydesk. Open it with that version.</source>
        <translation>Журнал {path} записан более новой версией tallydesk. Откройте его той версией.</translation>
    </message>
    <message>
        <source>The journal {path} cannot be written. Allow writing there, then try again.</source>
        <translation>В журнал {path} нельзя писать. Разрешите запись и попробуйте снова.</translation>
    </message>
    <message>
        <source>tallydesk is already open with this data. Go on in its other window.</source>
        <translation>tallydesk уже открыт с этими данными. Продолжайте в другом окне.</translation>
    </message>
    <message>
        <source>The disk did not take this ({detail}). Check the disk and its room, then try again.</source>
        <translation>Диск не принял запись ({detail}). Проверьте диск и свободное место и попробуйте снова.</translation>
    </message>
</context>
<context>
    <name>RemarksPage</name>
    <message>
        <source>Remarks and opinions</source>
        <translation>Замечания и особые мнения</translation>
    </message>
    <message>
        <source>Ask observers and members: their words go into the protocol as they say them.</source>
        <translation>Спросите наблюдателей и членов комиссии: их слова войдут в протокол дословно.</translation>
    </message>
    <message>
        <source>Kind of text</source>
        <translation>Вид текста</translation>
    </message>
    <message>
        <source>Whose opinion it is</source>
        <translation>Чьё это мнение</translation>
    </message>
    <message>
        <source>Name, organisation, accreditation number</source>
        <translation>Имя, организация, номер аккредитации</translation>
    </message>
    <message>
        <source>In their own words</source>
        <translation>Своими словами</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>Записать</translation>
    </message>
    <message>
        <source>None, continue</source>
        <translation>Нет, далее</translation>
    </message>
    <message>
        <source>Choose the member whose opinion it is.</source>
        <translation>Выберите члена комиссии, чьё это мнение.</translation>
    </message>
</context>
<context>
    <name>Reopening</name>
    <message>
        <source>Why this stage is opened again; it prints on the protocol</source>
        <translation>Почему этап открывается снова; это печатается в протоколе</translation>
    </message>
    <message>
        <source>Open the stage again, all its figures are written anew</source>
        <translation>Открыть этап снова, все числа пишутся заново</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Restore the night from a copy</source>
        <translation>Восстановить ночь из копии</translation>
    </message>
    <message>
        <source>The copy must hold and be of this night. The broken journal is kept whole.</source>
        <translation>Копия должна быть целой и этой же ночи. Нарушенный журнал сохраняется целиком.</translation>
    </message>
    <message>
        <source>File of the copy: a journal or an export</source>
        <translation>Файл копии: журнал или выгрузка</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Выбрать файл</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Восстановить</translation>
    </message>
</context>
<context>
    <name>SealPage</name>
    <message>
        <source>No seal</source>
        <translation>Без печати</translation>
    </message>
    <message>
        <source>nobody with a seal key is here</source>
        <translation>никого с ключом печати здесь нет</translation>
    </message>
    <message>
        <source>Seal of the papers</source>
        <translation>Печать на бумагах</translation>
    </message>
    <message>
        <source>The protocol is signed. A seal shows in viewers of PDF that a copy is whole.</source>
        <translation>Протокол подписан. Печать показывает в программах для PDF, что копия цела.</translation>
    </message>
    <message>
        <source>Who seals</source>
        <translation>Кто ставит печать</translation>
    </message>
    <message>
        <source>It proves nothing that the signatures do not, and may be left out.</source>
        <translation>Она не доказывает ничего сверх подписей, и без неё можно обойтись.</translation>
    </message>
    <message>
        <source>Your own PIN</source>
        <translation>Ваш собственный PIN</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Поставить печать</translation>
    </message>
    <message>
        <source>Go on without a seal</source>
        <translation>Продолжить без печати</translation>
    </message>
</context>
<context>
    <name>SectionsToChange</name>
    <message>
        <source>Change:</source>
        <translation>Изменить:</translation>
    </message>
    <message>
        <source>Change: {section}</source>
        <translation>Изменить: {section}</translation>
    </message>
</context>
<context>
    <name>SeveralCopies</name>
    <message>
        <source>How many copies at once, for the receiver written above</source>
        <translation>Сколько копий сразу, для указанного выше получателя</translation>
    </message>
    <message>
        <source>Save these copies</source>
        <translation>Сохранить эти копии</translation>
    </message>
    <message>
        <source>Print these copies</source>
        <translation>Напечатать эти копии</translation>
    </message>
    <message>
        <source>Save copies {first} to {last}</source>
        <translation>Сохранить копии с {first} по {last}</translation>
    </message>
    <message>
        <source>Print copies {first} to {last}</source>
        <translation>Напечатать копии с {first} по {last}</translation>
    </message>
    <message>
        <source>Stop printing</source>
        <translation>Остановить печать</translation>
    </message>
    <message>
        <source>Printer: {printer}</source>
        <translation>Принтер: {printer}</translation>
    </message>
    <message>
        <source>Write how many, from 1 to {most}.</source>
        <translation>Напишите сколько, от 1 до {most}.</translation>
    </message>
    <message>
        <source>Copy {copy} of {copies}: page {page} of {pages}</source>
        <translation>Копия {copy} из {copies}: страница {page} из {pages}</translation>
    </message>
    <message>
        <source>Saved and registered: {count} copies.</source>
        <translation>Сохранено и зарегистрировано копий: {count}.</translation>
    </message>
    <message>
        <source>Sent to {printer}: {count} copies.</source>
        <translation>Отправлено на {printer}, копий: {count}.</translation>
    </message>
    <message>
        <source>Stopped after {count} whole copies. What is listed is registered; print the last one again if its paper is not whole.</source>
        <translation>Остановлено после целых копий: {count}. Всё в списке зарегистрировано; если последняя на бумаге не целая, напечатайте её снова.</translation>
    </message>
    <message>
        <source>{printer} stopped after {count} whole copies. See to paper and cable, then print the last copy again, or open it in a viewer.</source>
        <translation>{printer}: остановка после целых копий: {count}. Проверьте бумагу и кабель, затем напечатайте последнюю копию снова или откройте её в просмотрщике.</translation>
    </message>
    <message>
        <source>There is no printer here. Save the copy and print it on another machine.</source>
        <translation>Здесь нет принтера. Сохраните копию и напечатайте её на другом компьютере.</translation>
    </message>
    <message>
        <source>{printer} writes a file instead of paper. Connect a printer, or print the saved copy on another machine.</source>
        <translation>{printer} пишет файл вместо бумаги. Подключите принтер или напечатайте сохранённую копию на другом компьютере.</translation>
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
        <source>{words} (read aloud)</source>
        <translation>{words} (оглашено)</translation>
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
        <source>no station has so many: write at most {most}</source>
        <translation>столько нет ни на одном участке: не больше {most}</translation>
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
    <name>SignPage</name>
    <message>
        <source>signs with the PIN</source>
        <translation>подписывает с PIN</translation>
    </message>
    <message>
        <source>has signed</source>
        <translation>подпись есть</translation>
    </message>
    <message>
        <source>{name} signs</source>
        <translation>Подписывает {name}</translation>
    </message>
    <message>
        <source>Everybody who signs with a key has signed.</source>
        <translation>Все, кто подписывает ключом, подписали.</translation>
    </message>
    <message>
        <source>Sign the protocol</source>
        <translation>Подписать протокол</translation>
    </message>
    <message>
        <source>Hands first, then keys: each member signs on paper, then types their PIN.</source>
        <translation>Сначала подпись от руки, потом ключ: каждый подписывает на бумаге, затем набирает свой PIN.</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Члены комиссии</translation>
    </message>
    <message>
        <source>Your own PIN</source>
        <translation>Ваш собственный PIN</translation>
    </message>
    <message>
        <source>Before any PIN, another device must read the same figures from the code, and this digest:</source>
        <translation>До ввода PIN другое устройство должно прочесть из кода те же цифры и этот отпечаток:</translation>
    </message>
    <message>
        <source>Signed: {count} of {of}</source>
        <translation>Подписали: {count} из {of}</translation>
    </message>
</context>
<context>
    <name>SlipPage</name>
    <message>
        <source>Saved: {path}</source>
        <translation>Сохранено: {path}</translation>
    </message>
    <message>
        <source>Slip for all present</source>
        <translation>Справка для присутствующих</translation>
    </message>
    <message>
        <source>Give it to everybody before a seal is cut: these figures no longer change.</source>
        <translation>Раздайте всем, прежде чем срезать пломбу: эти числа больше не меняются.</translation>
    </message>
    <message>
        <source>Fixed at {time}</source>
        <translation>Зафиксировано в {time}</translation>
    </message>
    <message>
        <source>Code of the slip, {part} of {count}</source>
        <translation>Код справки, {part} из {count}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Напечатать</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить как PDF</translation>
    </message>
    <message>
        <source>There is no printer here. Save the slip, or let everybody copy it.</source>
        <translation>Принтера здесь нет. Сохраните справку или дайте всем её переписать.</translation>
    </message>
    <message>
        <source>Sent to {printer}.</source>
        <translation>Отправлено на {printer}.</translation>
    </message>
    <message>
        <source>The printer did not take it. Save the slip instead.</source>
        <translation>Принтер это не принял. Сохраните справку.</translation>
    </message>
</context>
<context>
    <name>SpoiltBookletPage</name>
    <message>
        <source>Booklet {series} {number} is kept by its number, and a new one begins. The reason prints on the protocol.</source>
        <translation>Бланк {series} {number} хранится по своему номеру, начинается новый. Причина печатается в протоколе.</translation>
    </message>
    <message>
        <source>Spoilt booklet</source>
        <translation>Испорченный бланк</translation>
    </message>
    <message>
        <source>Why is this booklet spoilt?</source>
        <translation>Почему этот бланк испорчен?</translation>
    </message>
    <message>
        <source>Set the booklet aside</source>
        <translation>Отложить бланк</translation>
    </message>
</context>
<context>
    <name>StancesPage</name>
    <message>
        <source>What each member does</source>
        <translation>Решение каждого члена комиссии</translation>
    </message>
    <message>
        <source>Ask each member by name. After that the protocol is closed for signing.</source>
        <translation>Спросите каждого по имени. После этого протокол закрывается для подписи.</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Члены комиссии</translation>
    </message>
    <message>
        <source>What this member does</source>
        <translation>Что делает этот член комиссии</translation>
    </message>
    <message>
        <source>Left: {left} of {of}</source>
        <translation>Осталось: {left} из {of}</translation>
    </message>
    <message>
        <source>Close the protocol</source>
        <translation>Закрыть протокол</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Go on where it stopped</source>
        <translation>Продолжить с того же места</translation>
    </message>
    <message>
        <source>Begin a new practice</source>
        <translation>Начать новый учебный подсчёт</translation>
    </message>
    <message>
        <source>Open the authority’s package</source>
        <translation>Открыть пакет избирательного органа</translation>
    </message>
    <message>
        <source>Make your own key on a stick</source>
        <translation>Сделать свой ключ на носителе</translation>
    </message>
    <message>
        <source>Open the journal to read only</source>
        <translation>Открыть журнал только для чтения</translation>
    </message>
    <message>
        <source>Restore the night from a copy</source>
        <translation>Восстановить ночь из копии</translation>
    </message>
    <message>
        <source>Signed papers of a night once more</source>
        <translation>Подписанные бумаги ночи ещё раз</translation>
    </message>
    <message>
        <source>Go on with a night from a stick</source>
        <translation>Продолжить ночь с носителя</translation>
    </message>
    <message>
        <source>Check whether this laptop is ready</source>
        <translation>Проверить, готов ли этот ноутбук</translation>
    </message>
    <message>
        <source>Try the keys: five short screens</source>
        <translation>Попробовать клавиши: пять коротких экранов</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>Об этой программе</translation>
    </message>
    <message>
        <source>A night is under way</source>
        <translation>Есть начатый подсчёт</translation>
    </message>
    <message>
        <source>Everything that was written is here. The earlier night is always kept.</source>
        <translation>Всё записанное на месте. Прежний подсчёт всегда сохраняется.</translation>
    </message>
    <message>
        <source>Count the votes of this station</source>
        <translation>Подсчёт голосов этого участка</translation>
    </message>
    <message>
        <source>Signature, card and form are checked as the package opens.</source>
        <translation>Подпись, карта и форма проверяются, когда пакет открывается.</translation>
    </message>
    <message>
        <source>Count a practice night</source>
        <translation>Учебный подсчёт</translation>
    </message>
    <message>
        <source>Invented candidates and members, station 000. Nothing here is a result.</source>
        <translation>Вымышленные кандидаты и члены комиссии, участок 000. Здесь ничто не является результатом.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>goes to the next field, and after the last one it continues</source>
        <translation>переходит к следующему полю, а после последнего продолжает</translation>
    </message>
    <message>
        <source>Alt + Left</source>
        <translation>Alt + стрелка влево</translation>
    </message>
    <message>
        <source>the page before, nothing is lost</source>
        <translation>предыдущая страница, ничего не теряется</translation>
    </message>
    <message>
        <source>Alt+1, Alt+2, Alt+3</source>
        <translation>Alt+1, Alt+2, Alt+3</translation>
    </message>
    <message>
        <source>Azerbaijani, English, Russian, at any moment</source>
        <translation>азербайджанский, английский, русский язык, в любой момент</translation>
    </message>
    <message>
        <source>Ctrl + and Ctrl -</source>
        <translation>Ctrl + и Ctrl -</translation>
    </message>
    <message>
        <source>larger and smaller letters, Ctrl 0 as they were</source>
        <translation>крупнее и мельче буквы, Ctrl 0 как было</translation>
    </message>
    <message>
        <source>F9</source>
        <translation>F9</translation>
    </message>
    <message>
        <source>light, dark, high contrast</source>
        <translation>светлые, тёмные, высокий контраст</translation>
    </message>
    <message>
        <source>F10 and F11</source>
        <translation>F10 и F11</translation>
    </message>
    <message>
        <source>the steps of the night for a projector, and the whole screen</source>
        <translation>шаги ночи для проектора и весь экран</translation>
    </message>
    <message>
        <source>Shift + F1</source>
        <translation>Shift + F1</translation>
    </message>
    <message>
        <source>what this program is, and what went wrong</source>
        <translation>о программе и о неполадках</translation>
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
    <name>SupersededPage</name>
    <message>
        <source>Saved: {places}</source>
        <translation>Сохранено: {places}</translation>
    </message>
    <message>
        <source>Signed papers once more</source>
        <translation>Подписанные бумаги ещё раз</translation>
    </message>
    <message>
        <source>With a copy of the record that replaced one, it says SUPERSEDED on each page.</source>
        <translation>Если дать копию записи, которая заменила протокол, на каждой странице стоит «ЗАМЕНЁН».</translation>
    </message>
    <message>
        <source>Which night</source>
        <translation>Какая ночь</translation>
    </message>
    <message>
        <source>Copy of the later record, if there is one: its PDF, a picture, its codes</source>
        <translation>Копия более поздней записи, если есть: PDF, снимок или коды</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Выбрать файл</translation>
    </message>
    <message>
        <source>Save the papers</source>
        <translation>Сохранить бумаги</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>версия {number}</translation>
    </message>
</context>
<context>
    <name>TakeoverPage</name>
    <message>
        <source>Choose the member who sits down.</source>
        <translation>Выберите, кто садится за компьютер.</translation>
    </message>
    <message>
        <source>A member who did not write the first figures writes them again.</source>
        <translation>Числа ещё раз пишет тот, кто не писал их в первый раз.</translation>
    </message>
    <message>
        <source>A member who did not write the booklet reads it back.</source>
        <translation>Бланк сверяет тот, кто его не заполнял.</translation>
    </message>
    <message>
        <source>Another member sits down</source>
        <translation>За компьютер садится другой член комиссии</translation>
    </message>
    <message>
        <source>Who sits down</source>
        <translation>Кто садится</translation>
    </message>
    <message>
        <source>Your own PIN</source>
        <translation>Ваш собственный PIN</translation>
    </message>
    <message>
        <source>{name} sits at the laptop. Continue, or choose somebody else.</source>
        <translation>За компьютером {name}. Продолжайте или выберите другого.</translation>
    </message>
</context>
<context>
    <name>Tally</name>
    <message>
        <source>Doubtful, set apart</source>
        <translation>Сомнительные, отложены</translation>
    </message>
    <message>
        <source>{heading}: reading aloud</source>
        <translation>{heading}: оглашение</translation>
    </message>
    <message>
        <source>Votes read: {count}</source>
        <translation>Оглашено голосов: {count}</translation>
    </message>
    <message>
        <source>Ballots read: {count}</source>
        <translation>Оглашено бюллетеней: {count}</translation>
    </message>
    <message>
        <source>Press one key for each ballot; Backspace undoes the last. Compare at {next}.</source>
        <translation>Нажимайте по одной клавише на бюллетень; Backspace отменяет последнюю. Сверка на {next}.</translation>
    </message>
    <message>
        <source>Pause: nobody reads. The space bar goes on.</source>
        <translation>Пауза: никто не читает. Пробел продолжает.</translation>
    </message>
    <message>
        <source>Stop at {count}: caller and both tally keepers compare. Go on when all three agree.</source>
        <translation>Остановка на {count}: сверяют оглашающий и оба ведущих отметки. Дальше, когда согласны все.</translation>
    </message>
    <message>
        <source>The pile is done: all three compare once more. The space bar reads on.</source>
        <translation>Пачка закончена: все трое сверяют ещё раз. Пробел продолжает чтение.</translation>
    </message>
    <message>
        <source>Set apart: {count}. Decide on each, then press the key of its place.</source>
        <translation>Отложено: {count}. Решите по каждому, затем нажмите клавишу его места.</translation>
    </message>
    <message>
        <source>No ballot is set apart any more. Go on.</source>
        <translation>Отложенных бюллетеней больше нет. Продолжайте.</translation>
    </message>
    <message>
        <source>Pause (space bar)</source>
        <translation>Пауза (пробел)</translation>
    </message>
    <message>
        <source>Read the whole pile once more from its start</source>
        <translation>Прочитать всю пачку ещё раз с начала</translation>
    </message>
    <message>
        <source>There are more ballots: read on (space bar)</source>
        <translation>Есть ещё бюллетени: читать дальше (пробел)</translation>
    </message>
    <message>
        <source>They differ: read the last {count} once more</source>
        <translation>Расходятся: прочитать последние {count} ещё раз</translation>
    </message>
    <message>
        <source>The pile is done</source>
        <translation>Пачка закончена</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Читать дальше</translation>
    </message>
    <message>
        <source>All three agree</source>
        <translation>Все трое согласны</translation>
    </message>
</context>
<context>
    <name>TranscribePage</name>
    <message>
        <source>Series of the booklet</source>
        <translation>Серия бланка</translation>
    </message>
    <message>
        <source>Number of the booklet</source>
        <translation>Номер бланка</translation>
    </message>
    <message>
        <source>The booklet is spoilt: begin a new one</source>
        <translation>Бланк испорчен: начать новый</translation>
    </message>
    <message>
        <source>Line {at} of {of}</source>
        <translation>Пункт {at} из {of}</translation>
    </message>
    <message>
        <source>It is written</source>
        <translation>Записано</translation>
    </message>
    <message>
        <source>Copy this line onto booklet {series} {number}, in figures and words.</source>
        <translation>Перепишите этот пункт на бланк {series} {number} цифрами и словами.</translation>
    </message>
    <message>
        <source>Take the authority’s booklet and type the number printed on it.</source>
        <translation>Возьмите бланк избирательной комиссии и наберите напечатанный на нём номер.</translation>
    </message>
    <message>
        <source>Write the booklet</source>
        <translation>Заполнение бланка</translation>
    </message>
</context>
<context>
    <name>Travelling</name>
    <message>
        <source>booklet {series} {number}</source>
        <translation>бланк {series} {number}</translation>
    </message>
    <message>
        <source>printed protocol with signatures</source>
        <translation>напечатанный протокол с подписями</translation>
    </message>
    <message>
        <source>Ballots and lists</source>
        <translation>Бюллетени и списки</translation>
    </message>
    <message>
        <source>packed and sealed, with their acts</source>
        <translation>упакованы и опечатаны, с актами</translation>
    </message>
    <message>
        <source>Separate opinions</source>
        <translation>Особые мнения</translation>
    </message>
    <message>
        <source>Complaints with the decisions on them</source>
        <translation>Жалобы с решениями по ним</translation>
    </message>
    <message>
        <source>Acts on mobile boxes</source>
        <translation>Акты о переносных ящиках</translation>
    </message>
    <message>
        <source>Doubtful ballots with the decisions on them</source>
        <translation>Сомнительные бюллетени с решениями по ним</translation>
    </message>
    <message>
        <source>Spoilt booklets</source>
        <translation>Испорченные бланки</translation>
    </message>
</context>
<context>
    <name>TurnoutPage</name>
    <message>
        <source>write the time as four digits, as in 1000</source>
        <translation>запишите время четырьмя цифрами, например 1000</translation>
    </message>
    <message>
        <source>write it with the digits 0 to 9 only</source>
        <translation>пишите только цифрами от 0 до 9</translation>
    </message>
    <message>
        <source>{voters} voters so far ({words}), preliminary</source>
        <translation>к этому часу {voters} избирателей ({words}), предварительно</translation>
    </message>
    <message>
        <source>Preliminary: these numbers stand in no protocol and fill nothing in. The hours of this day: {hours}.</source>
        <translation>Предварительно: эти числа не входят ни в один протокол и ничего не заполняют. Часы этого дня: {hours}.</translation>
    </message>
    <message>
        <source>Preliminary: these numbers stand in no protocol and fill nothing in.</source>
        <translation>Предварительно: эти числа не входят ни в один протокол и ничего не заполняют.</translation>
    </message>
    <message>
        <source>Reports of the day</source>
        <translation>Сообщения дня</translation>
    </message>
    <message>
        <source>Hour of the report</source>
        <translation>Час сообщения</translation>
    </message>
    <message>
        <source>Voters so far, preliminary</source>
        <translation>Проголосовало к этому часу, предварительно</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>Записать</translation>
    </message>
</context>
<context>
    <name>VariancePart</name>
    <message>
        <source>A second member confirms the recorded variance</source>
        <translation>Второй член комиссии подтверждает зафиксированное несоответствие</translation>
    </message>
    <message>
        <source>PIN of the member who confirms</source>
        <translation>PIN подтверждающего</translation>
    </message>
    <message>
        <source>Record the variance</source>
        <translation>Зафиксировать несоответствие</translation>
    </message>
</context>
</TS>
