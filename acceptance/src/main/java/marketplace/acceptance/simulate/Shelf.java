package marketplace.acceptance.simulate;

import java.util.List;

/**
 * A shelf of the simulated marketplace.
 *
 * @param category what it is called
 * @param lowestPrice in roubles; the highest is twenty times that
 * @param brands who makes what stands on it
 * @param goods what kinds of things stand on it
 */
record Shelf(String category, int lowestPrice, List<String> brands, List<Good> goods) {
    Shelf {
        brands = List.copyOf(brands);
        goods = List.copyOf(goods);
    }

    /**
     * A kind of thing.
     *
     * @param name as shops write it
     * @param searched what clients type who look for it
     */
    record Good(String name, String searched) {}

    private static Good good(final String name, final String searched) {
        return new Good(name, searched);
    }

    /** All shelves. Names are in Russian and in English, as on any marketplace. */
    static final List<Shelf> ALL = List.of(
            new Shelf(
                    "Компьютеры",
                    900,
                    List.of("Тайга", "Вектор", "Nordline", "Байкал"),
                    List.of(
                            good("Клавиатура механическая", "клавиатура"),
                            good("Мышь беспроводная", "беспроводная мышь"),
                            good("Монитор игровой", "игровой монитор"),
                            good("Ноутбук ультратонкий", "ноутбук"),
                            good("USB-C docking station", "docking station"),
                            good("Laptop sleeve", "laptop sleeve"))),
            new Shelf(
                    "Звук",
                    700,
                    List.of("Эхо", "Камертон", "Soundberg", "Октава"),
                    List.of(
                            good("Наушники беспроводные", "наушники"),
                            good("Колонка портативная", "портативная колонка"),
                            good("Микрофон студийный", "микрофон"),
                            good("Vinyl record player", "vinyl player"),
                            good("Wireless earbuds", "wireless earbuds"),
                            good("Саундбар домашний", "саундбар"))),
            new Shelf(
                    "Кухня",
                    300,
                    List.of("Самовар", "Очаг", "Kitchenwerk", "Вкусно"),
                    List.of(
                            good("Чайник электрический", "чайник"),
                            good("Кофеварка капельная", "кофеварка"),
                            good("Сковорода чугунная", "сковорода"),
                            good("Blender with glass jar", "blender"),
                            good("Нож поварской", "поварской нож"),
                            good("Espresso cups, set of six", "espresso cups"))),
            new Shelf(
                    "Спорт",
                    400,
                    List.of("Старт", "Олимп", "Trailwind", "Вершина"),
                    List.of(
                            good("Гантели разборные", "гантели"),
                            good("Коврик для йоги", "коврик для йоги"),
                            good("Палатка туристическая", "палатка"),
                            good("Running shoes", "running shoes"),
                            good("Велосипед горный", "горный велосипед"),
                            good("Water bottle", "water bottle"))),
            new Shelf(
                    "Книги",
                    200,
                    List.of("Азбука", "Перо", "Paperhouse", "Страница"),
                    List.of(
                            good("Роман исторический", "исторический роман"),
                            good("Детектив, подарочное издание", "детектив"),
                            good("Атлас мира", "атлас"),
                            good("Cookbook for beginners", "cookbook"),
                            good("Сказки с иллюстрациями", "сказки"),
                            good("Science fiction stories", "science fiction"))),
            new Shelf(
                    "Сад",
                    250,
                    List.of("Дачник", "Росток", "Greenfield", "Лейка"),
                    List.of(
                            good("Секатор садовый", "секатор"),
                            good("Шланг поливочный", "шланг"),
                            good("Семена томатов", "семена томатов"),
                            good("Garden gloves", "garden gloves"),
                            good("Теплица разборная", "теплица"),
                            good("Solar garden lamp", "garden lamp"))),
            new Shelf(
                    "Детям",
                    250,
                    List.of("Кроха", "Матрёшка", "Toyland", "Карусель"),
                    List.of(
                            good("Конструктор деревянный", "конструктор"),
                            good("Кукла говорящая", "кукла"),
                            good("Самокат детский", "детский самокат"),
                            good("Board game for the family", "board game"),
                            good("Пазл, тысяча деталей", "пазл"),
                            good("Plush bear", "plush bear"))),
            new Shelf(
                    "Одежда",
                    500,
                    List.of("Север", "Полёт", "Woolhaven", "Нить"),
                    List.of(
                            good("Куртка зимняя", "зимняя куртка"),
                            good("Свитер шерстяной", "свитер"),
                            good("Рюкзак городской", "рюкзак"),
                            good("Rain jacket", "rain jacket"),
                            good("Перчатки вязаные", "перчатки"),
                            good("Leather belt", "leather belt"))));
}
