package marketplace.shop.products;

/** Five products to begin with: what an empty request publishes, and the example in the documentation. */
final class SampleCatalogue {
    static final String JSON = """
            [
              {
                "product_id": "1",
                "name": "Умные часы «Восток» с пульсометром",
                "description": "Считают шаги, следят за пульсом и сном, не боятся дождя. Заряда хватает на неделю.",
                "price": {"amount": 7990.00, "currency": "RUB"},
                "category": "Электроника",
                "brand": "Восток",
                "stock": {"available": 150, "reserved": 20},
                "sku": "VST-WATCH-01",
                "tags": ["умные часы", "гаджеты", "спорт"],
                "images": [{"url": "https://shop.example/images/watch.jpg", "alt": "Умные часы на руке"}],
                "specifications": {"вес": "42 г", "экран": "1.4 дюйма", "батарея": "300 мА·ч"},
                "created_at": "2026-01-10T09:00:00Z",
                "updated_at": "2026-03-02T12:30:00Z",
                "index": "products",
                "store_id": "store-1"
              },
              {
                "product_id": "2",
                "name": "Беспроводные наушники «Эхо»",
                "description": "Чистый звук, шумоподавление и тридцать часов музыки без подзарядки.",
                "price": {"amount": 5490.50, "currency": "RUB"},
                "category": "Электроника",
                "brand": "Эхо",
                "stock": {"available": 80, "reserved": 5},
                "sku": "ECHO-HP-20",
                "tags": ["наушники", "bluetooth", "музыка"],
                "images": [{"url": "https://shop.example/images/headphones.jpg", "alt": "Чёрные наушники"}],
                "specifications": {"вес": "210 г", "связь": "Bluetooth 5.3"},
                "created_at": "2026-01-12T09:00:00Z",
                "updated_at": "2026-02-20T08:15:00Z",
                "index": "products",
                "store_id": "store-1"
              },
              {
                "product_id": "3",
                "name": "Клавиатура механическая «Тайга»",
                "description": "Полноразмерная клавиатура с тихими переключателями, подсветкой и русской раскладкой.",
                "price": {"amount": 6790.00, "currency": "RUB"},
                "category": "Компьютеры",
                "brand": "Тайга",
                "stock": {"available": 42, "reserved": 3},
                "sku": "TAIGA-KB-104",
                "tags": ["клавиатура", "механика", "игры"],
                "images": [{"url": "https://shop.example/images/keyboard.jpg", "alt": "Клавиатура с подсветкой"}],
                "specifications": {"вес": "980 г", "раскладка": "ЙЦУКЕН", "переключатели": "тихие"},
                "created_at": "2026-01-15T09:00:00Z",
                "updated_at": "2026-03-05T17:45:00Z",
                "index": "products",
                "store_id": "store-2"
              },
              {
                "product_id": "4",
                "name": "Рюкзак городской «Странник»",
                "description": "Вмещает ноутбук и всё нужное на день, не промокает, прячет карман для документов.",
                "price": {"amount": 3290.00, "currency": "RUB"},
                "category": "Сумки",
                "brand": "Странник",
                "stock": {"available": 200, "reserved": 0},
                "sku": "WND-BP-25",
                "tags": ["рюкзак", "город", "ноутбук"],
                "images": [{"url": "https://shop.example/images/backpack.jpg", "alt": "Серый рюкзак"}],
                "specifications": {"объём": "25 л", "материал": "полиэстер"},
                "created_at": "2026-01-18T09:00:00Z",
                "updated_at": "2026-02-11T10:00:00Z",
                "index": "products",
                "store_id": "store-2"
              },
              {
                "product_id": "5",
                "name": "Настольная лампа «Рассвет»",
                "description": "Тёплый свет, три яркости и таймер: не утомляет глаза и будит без будильника.",
                "price": {"amount": 1990.00, "currency": "RUB"},
                "category": "Дом",
                "brand": "Рассвет",
                "stock": {"available": 320, "reserved": 12},
                "sku": "DAWN-LMP-03",
                "tags": ["лампа", "свет", "дом"],
                "images": [{"url": "https://shop.example/images/lamp.jpg", "alt": "Лампа на столе"}],
                "specifications": {"мощность": "9 Вт", "цоколь": "LED"},
                "created_at": "2026-01-20T09:00:00Z",
                "updated_at": "2026-03-01T07:00:00Z",
                "index": "products",
                "store_id": "store-3"
              }
            ]
            """;

    private SampleCatalogue() {}
}
