using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Responses;

public sealed class SearchResponseWriterTests
{
    /// <summary>Anything that may be absent is so now and then, numbers are whole and not, and members of hits and their parts are selected or all there.</summary>
    [Fact]
    public void Write_AnyAnswer_IsTheSameAsOfSparseJson()
    {
        for (int round = 0; round < 400; round++)
        {
            Random random = Seeds.Random(round);
            FieldSelection? selection = random.Next(2) == 0 ? null : new FieldSelection(SearchParameters.HitFields.Where(_ => random.Next(3) == 0));
            SearchResponse answer = Answer(random).Only(selection);

            Written(answer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
                .ShouldBe(JsonSerializer.Serialize(answer, SparseJson.TypeInfo<SearchResponse>()), $"round {round}");
        }
    }

    [Fact]
    public void Write_AnotherEncoder_EscapesAsItDoes()
    {
        SearchResponse answer = Answer(Seeds.Random());

        Written(answer, default).ShouldBe(JsonSerializer.Serialize(answer, SearchJson.Default.SearchResponse));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(0.1)]
    [InlineData(91.0)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MaxValue + 1.0)]
    [InlineData(int.MinValue)]
    [InlineData(1e15)]
    [InlineData(1e300)]
    [InlineData(double.Epsilon)]
    public void Write_Number_IsItsShortestText(double number)
    {
        SearchResponse answer = Answer(Seeds.Random()) with { Hits = [new SearchHit { Id = "a", Quality = number, Heat = -number }] };

        Written(answer, default).ShouldContain($"\"quality\":{JsonSerializer.Serialize(number)},\"heat\":{JsonSerializer.Serialize(-number)},");
    }

    private static string Written(SearchResponse answer, JsonWriterOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, options)) SearchResponseWriter.Write(writer, answer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static SearchResponse Answer(Random random) => new()
    {
        Meta = new ResponseMeta
        {
            Took = random.NextDouble(),
            Generation = "g000001",
            Now = Instant(random),
            Query = Maybe(random, () => new QueryInfo(Text(random), Maybe(random, () => Text(random)), Texts(random))),
            Warnings = Texts(random),
            Profile = Maybe(random, () => Text(random)),
        },
        Total = new TotalHits(random.Next(2) == 0 ? null : random.Next(), random.Next(), random.Next(2) == 0),
        Page = random.Next(),
        Size = random.Next(),
        Next = Maybe(random, () => Text(random)),
        Cursor = Maybe(random, () => Text(random)),
        Hits = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Hit(random))],
        Facets = Maybe(random, () => new Dictionary<string, IReadOnlyList<FacetValue>> { ["topic"] = [new FacetValue(Text(random), random.Next())], ["site"] = [] }),
        DidYouMean = Maybe(random, () => Text(random)),
        Links = new ResponseLinks(Maybe(random, () => Text(random)), Maybe(random, () => Text(random)), Maybe(random, () => Text(random))),
    };

    private static SearchHit Hit(Random random) => new()
    {
        Id = Text(random),
        Score = random.Next(4) == 0 ? null : random.NextSingle() * random.Next(100),
        Title = Maybe(random, () => Text(random)),
        Excerpt = Maybe(random, () => Text(random)),
        PublishedDateTime = random.Next(4) == 0 ? null : Instant(random),
        UpdatedDateTime = Instant(random),
        Url = Maybe(random, () => Text(random)),
        AmpUrl = Maybe(random, () => Text(random)),
        Type = Maybe(random, () => Text(random)),
        Category = Maybe(random, () => Text(random)),
        Quality = Number(random),
        Heat = Number(random),
        Coverage = Number(random),
        Provider = Maybe(random, () => new ProviderInfo(Maybe(random, () => Text(random)), Maybe(random, () => Text(random)))),
        Topics = Texts(random),
        Image = Maybe(random, () => new ImageInfo(Text(random), random.Next(3) == 0 ? null : random.Next(), random.Next(3) == 0 ? null : random.Next())),
        Story = Maybe(random, () => new StoryInfo(Text(random), random.Next(), Texts(random))),
        Highlights = Maybe(random, () => new Highlights(Texts(random), Texts(random)) { Offsets = Maybe(random, () => new HighlightOffsets([new HighlightSpan(1, random.Next())], [])) }),
        Explain = Maybe(random, () => Explanation(random)),
    };

    private static ScoreExplanation Explanation(Random random)
    {
        var part = new ScorePart(random.NextSingle(), random.NextSingle(), Text(random));
        return new ScoreExplanation { Score = random.NextSingle(), Sentence = Text(random), Parts = new ScoreParts(part, part, part, part, part, part) };
    }

    private static T? Maybe<T>(Random random, Func<T> make)
        where T : class => random.Next(4) == 0 ? null : make();

    private static double? Number(Random random) => random.Next(4) switch
    {
        0 => null,
        1 => random.NextDouble() * 200,
        2 => BitConverter.Int64BitsToDouble(random.NextInt64() & 0x7FDF_FFFF_FFFF_FFFF),
        _ => random.Next(-1, 200),
    };

    private static DateTimeOffset Instant(Random random) => new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.FromHours(random.Next(-12, 13))).AddTicks(random.NextInt64(1L << 55));

    private static string[] Texts(Random random) => [.. Enumerable.Range(0, random.Next(3)).Select(_ => Text(random))];

    private static string Text(Random random) => Some.Text(random, 20);
}
