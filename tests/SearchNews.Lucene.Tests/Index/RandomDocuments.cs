using SearchNews.Lucene.Documents;

namespace SearchNews.Lucene.Tests.Index;

/// <summary>Documents with every kind of field, present or not, in every combination that matters.</summary>
internal sealed class RandomDocuments(Random random)
{
    private readonly ZipfWords _words = new(random, 300);
    private int _count;

    /// <summary>The next document; its id is its number.</summary>
    public Document Next()
    {
        string id = $"doc{_count++}";
        Document document = new() { new StringField("id", id, stored: true), new SortedDocValuesField("id", id) };
        if (random.Next(20) == 0) return document;
        for (int i = random.Next(4); i > 0; i--) document.Add(new TextField("body", _words.Text(random, random.Next(5) == 0 ? 0 : random.Next(30))));
        if (random.Next(3) > 0) document.Add(new TextField("title", _words.Text(random, random.Next(6)), stored: true));
        if (random.Next(30) == 0) document.Add(new TextField("rare", Some.Text(random, 30), stored: true));
        for (int i = random.Next(3); i > 0; i--)
        {
            string topic = random.Next(10) == 0 ? "" : _words.Next(random);
            document.Add(new StringField("topic", topic));
            document.Add(new SortedSetDocValuesField("topic", topic));
        }

        if (random.Next(2) == 0) document.Add(new FeatureField("features", "quality", random.Next(1, 200)));
        if (random.Next(4) == 0) document.Add(new FeatureField("features", "heat", (float)(random.NextDouble() * 500) + 0.01f));
        if (random.Next(2) == 0) document.Add(new NumericDocValuesField("rank", random.Next(1000)));
        if (random.Next(4) == 0) document.Add(NumericDocValuesField.OfDouble("quality", random.NextDouble()));
        if (random.Next(3) == 0) document.Add(new SortedDocValuesField("site", _words.Next(random)));
        if (random.Next(3) == 0) document.Add(new SortedSetDocValuesField("tags", Some.Bytes(random, random.Next(3))));
        if (random.Next(3) == 0) document.Add(new BinaryDocValuesField("bytes", Some.Bytes(random, random.Next(40))));
        Store(document);
        return document;
    }

    private void Store(Document document)
    {
        switch (random.Next(8))
        {
            case 0: document.Add(new StoredField("stored", Some.Text(random, 50))); break;
            case 1: document.Add(new StoredField("stored", Some.Bytes(random, random.Next(50)))); break;
            case 2: document.Add(new StoredField("stored", random.Next() >> random.Next(31))); break;
            case 3: document.Add(new StoredField("stored", random.NextInt64() >> random.Next(63))); break;
            case 4: document.Add(new StoredField("stored", random.NextSingle())); break;
            case 5: document.Add(new StoredField("stored", random.NextDouble())); break;
        }
    }
}
