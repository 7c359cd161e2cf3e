using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Search;

public sealed class NumericRangeQueryTests : IDisposable
{
    private static readonly double?[] Values = [-1.5, double.NegativeInfinity, 0, null, -0.0, 3, double.MaxValue, double.Epsilon, -7, double.PositiveInfinity];

    private readonly TempFolder _folder = new();
    private readonly IndexSearcher _searcher;

    public NumericRangeQueryTests()
    {
        using var directory = new FileSystemDirectory(_folder.Path);
        using (var writer = new IndexWriter(directory, new IndexWriterConfig()))
        {
            foreach (double? value in Values)
            {
                var document = new Document();
                if (value is { } number)
                {
                    document.Add(NumericDocValuesField.OfDouble("d", number));
                    document.Add(new NumericDocValuesField("i", (long)Math.Clamp(number, -100, 100)));
                }

                writer.AddDocument(document);
                if (value == 3) writer.Flush();
            }

            writer.Commit();
        }

        _searcher = new IndexSearcher(DirectoryReader.Open(directory));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity)]
    [InlineData(0, 3)]
    [InlineData(-7, -1.5)]
    [InlineData(-1.4, 2.9)]
    [InlineData(4, 5)]
    [InlineData(5, 4)]
    public void OfDouble_Range_FindsTheValuesBetween(double min, double max)
    {
        // Negative zero is below zero, as in Lucene's order of doubles.
        bool Holds(double? value) => value is { } number && number.CompareTo(min) >= 0 && number.CompareTo(max) <= 0 && !(double.IsNegative(number) && number == 0 && min == 0);

        Find(NumericRangeQuery.OfDouble("d", min, max)).ShouldBe([.. Enumerable.Range(0, Values.Length).Where(i => Holds(Values[i]))]);
    }

    [Theory]
    [InlineData(long.MinValue, long.MaxValue, "0 1 2 4 5 6 7 8 9")]
    [InlineData(0, 3, "2 4 5 7")]
    [InlineData(-7, -1, "0 8")]
    [InlineData(101, long.MaxValue, "")]
    public void Range_OfIntegers_IsInclusive(long min, long max, string docs) => string.Join(' ', Find(new NumericRangeQuery("i", min, max))).ShouldBe(docs);

    [Fact]
    public void Range_OfAFieldWithoutValues_FindsNothing() => Find(new NumericRangeQuery("none", long.MinValue, long.MaxValue)).ShouldBeEmpty();

    [Fact]
    public void Explain_EachDocument_AgreesWithTheSearch()
    {
        var query = new NumericRangeQuery("i", -2, 3);
        int[] found = Find(query);
        for (int doc = 0; doc < Values.Length; doc++) _searcher.Explain(query, doc).IsMatch.ShouldBe(found.Contains(doc));
    }

    [Fact]
    public void Equals_SameRange_TellsIntegersFromDoubles()
    {
        new NumericRangeQuery("f", 1, 2).ShouldBe(new NumericRangeQuery("f", 1, 2));
        new NumericRangeQuery("f", 1, 2).ShouldNotBe(new NumericRangeQuery("f", 1, 3));
        NumericRangeQuery.OfDouble("f", 0, 0).ShouldNotBe(new NumericRangeQuery("f", 0, 0));
    }

    private int[] Find(Query query) => [.. _searcher.Search(query, 100, cancellationToken: TestContext.Current.CancellationToken).ScoreDocs.Select(hit => hit.Doc).Order()];
}
