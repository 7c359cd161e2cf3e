using System.Text.Json;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Highlighting;

public sealed class HighlightsJsonConverterTests
{
    [Fact]
    public void Write_EachForm_IsReadAgain()
    {
        Check(Highlights.Empty, """{"title":[],"excerpt":[]}""");
        Check(new Highlights(["<mark>a</mark> &amp; b"], ["c", "d"]), """{"title":["<mark>a</mark> &amp; b"],"excerpt":["c","d"]}""");
        Check(
            Highlights.Empty with { Offsets = new HighlightOffsets([new HighlightSpan(0, 1)], [new HighlightSpan(3, 5), new HighlightSpan(7, 9)]) },
            """{"title":[{"start":0,"end":1}],"excerpt":[{"start":3,"end":5},{"start":7,"end":9}]}""");
    }

    private static void Check(Highlights highlights, string json)
    {
        JsonSerializer.Serialize(highlights, SearchJson.Relaxed.Highlights).ShouldBe(json);
        JsonSerializer.Serialize(JsonSerializer.Deserialize(json, SearchJson.Relaxed.Highlights), SearchJson.Relaxed.Highlights).ShouldBe(json);
    }
}
