using SearchNews.Lucene.Documents;

namespace SearchNews.Lucene.Tests.Index.Life;

/// <summary>A document of the tests in this folder: every part of it is stored, indexed or a doc value, so that each can be compared.</summary>
/// <param name="Id">A keyword, stored.</param>
/// <param name="Number">A numeric doc value.</param>
/// <param name="Words">Text.</param>
internal sealed record LifeDocument(string Id, long Number, string Words)
{
    /// <summary>Few words, so that each is in many documents.</summary>
    public static LifeDocument Random(Random random, string id, long number) =>
        new(id, number, string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"w{random.Next(12)}")));

    public Document ToDocument() => new()
    {
        new StringField("id", Id, stored: true),
        new NumericDocValuesField("number", Number),
        new TextField("words", Words, stored: true),
        new SortedDocValuesField("first", Words.Split(' ')[0]),
    };

    public bool Has(string field, string term) => field == "id" ? Id == term : Words.Split(' ').Contains(term, StringComparer.Ordinal);
}
