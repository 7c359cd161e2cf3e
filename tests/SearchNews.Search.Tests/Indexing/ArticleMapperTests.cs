using System.Text;
using SearchNews.Articles;
using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Tests.Indexing;

public sealed class ArticleMapperTests : IDisposable
{
    private static readonly Article Full = SomeArticles.Titled("2021/full", "Rockets over the", "Running storms, of comets") with
    {
        PublishedAt = new DateTimeOffset(1969, 7, 20, 20, 17, 40, TimeSpan.Zero),
        Quality = 119.7,
        Heat = 379.7,
        Published = false,
        Type = "Video",
        Category = "News",
        Provider = new ArticleProvider("NASA", "Blog.NASA.gov"),
        Topics = ["Space", "space", "Machine Learning"],
        Images = [new ArticleImage("https://example.org/i.png", 3, 2, true)],
        AmpWebUrl = "https://example.org/amp",
        OriginalUrl = "https://example.org/o",
    };

    private readonly TestIndex _index = TestIndex.Of(Full, SomeArticles.Titled("bare", "", "only excerpt") with { Heat = -1, Quality = -2 });

    private LeafReader Leaf => _index.Snapshot.Reader.Leaves[0].Reader;

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("text", "rocket", "0 103")] // over is 1, "the" is a removed 2, then the gap of 100
    [InlineData("text", "comet", "209")]
    [InlineData("title", "rocket", "0")]
    [InlineData("excerpt", "comet", "3")]
    [InlineData("words", "the", "2")]
    [InlineData("words", "running", "103")]
    [InlineData("words", "rocket", null)]
    [InlineData("text", "the", null)]
    [InlineData("id", "2021/full", "")]
    [InlineData("provider", "blog.nasa.gov", "")]
    [InlineData("topic", "space", "")]
    [InlineData("topic", "machine learning", "")]
    [InlineData("topic", "Space", null)]
    [InlineData("type", "video", "")]
    [InlineData("category", "news", "")]
    [InlineData("published", "false", "")]
    public void Postings_OfTerm_AreAtThesePositions(string field, string term, string? positions)
    {
        TermsEnum terms = Leaf.GetTerms(field)!.GetTermsEnum();
        terms.SeekExact(Encoding.UTF8.GetBytes(term)).ShouldBe(positions is not null);
        if (positions is null) return;
        PostingsEnum postings = terms.Postings(positions.Length > 0 ? PostingsFlags.Positions : PostingsFlags.None);
        postings.NextDoc().ShouldBe(0);
        if (positions.Length > 0) string.Join(' ', Enumerable.Range(0, postings.Freq).Select(_ => postings.NextPosition())).ShouldBe(positions);
    }

    [Theory]
    [InlineData("quality", 119.7f)]
    [InlineData("heat", 379.7f)]
    [InlineData("coverage", 13f)]
    public void Features_AboveZero_AreKeptInNineBits(string name, float value)
    {
        TermsEnum terms = Leaf.GetTerms(ArticleFields.Features)!.GetTermsEnum();
        terms.SeekExact(Encoding.UTF8.GetBytes(name)).ShouldBeTrue();
        terms.DocFreq.ShouldBe(1, "the second article has no value above 0");
        PostingsEnum postings = terms.Postings(PostingsFlags.Freqs);
        postings.NextDoc();
        FeatureField.Decode(postings.Freq).ShouldBe(value, value / 256);
    }

    [Fact]
    public void DocValues_Numbers_AreAsGivenAndAbsentWhenMissing()
    {
        Numbers(ArticleFields.PublishedAt, bits => bits).ShouldBe([Full.PublishedAt!.Value.ToUnixTimeMilliseconds(), null]);
        Numbers(ArticleFields.Quality, BitConverter.Int64BitsToDouble).ShouldBe([119.7, -2]);
        Numbers(ArticleFields.Heat, BitConverter.Int64BitsToDouble).ShouldBe([379.7, -1]);
        Numbers(ArticleFields.Coverage, BitConverter.Int64BitsToDouble).ShouldBe([13.0, 0]);
    }

    [Theory]
    [InlineData("id", "2021/full")]
    [InlineData("provider", "Blog.NASA.gov")]
    [InlineData("type", "Video")]
    [InlineData("category", "News")]
    [InlineData("published", "false")]
    public void DocValues_Keywords_KeepTheSpelling(string field, string value)
    {
        SortedDocValues values = Leaf.GetSortedDocValues(field)!;
        values.AdvanceExact(0).ShouldBeTrue();
        Encoding.UTF8.GetString(values.LookupOrd(values.OrdValue)).ShouldBe(value);
        values.AdvanceExact(1).ShouldBe(field == "id");
    }

    [Fact]
    public void DocValues_Topics_KeepTheFirstSpelling()
    {
        SortedSetDocValues topics = Leaf.GetSortedSetDocValues(ArticleFields.Topic)!;
        Enumerable.Range(0, (int)topics.ValueCount).Select(ord => Encoding.UTF8.GetString(topics.LookupOrd(ord))).ShouldBe(["Machine Learning", "Space"]);
    }

    [Fact]
    public void Record_Stored_IsReadBack()
    {
        ArticleRecord record = _index.Snapshot.ReadRecord(0);
        (record with { Topics = [] }).ShouldBe(ArticleRecord.Of(Full) with { Topics = [] });
        record.Topics.ShouldBe(Full.Topics);
        (record.Url, record.AmpUrl, record.Coverage, record.Image!.Width).ShouldBe(("https://example.org/o", "https://example.org/amp", 13, 3));
        ArticleRecord bare = _index.Snapshot.ReadRecord(1);
        (bare.Title, bare.Quality, bare.PublishedDateTime, bare.Provider).ShouldBe(("", -2.0, null, null));
    }

    private T?[] Numbers<T>(string field, Func<long, T> read)
        where T : struct
    {
        NumericDocValues values = Leaf.GetNumericDocValues(field)!;
        return [.. Enumerable.Range(0, 2).Select(doc => values.AdvanceExact(doc) ? read(values.LongValue) : (T?)null)];
    }
}
