using SearchNews.Search.Embedded;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Highlighting;

public sealed class ArticleHighlighterTests
{
    [Theory]

    // Words, in any form.
    [InlineData("cloud", "Clouds over the cloud", "<mark>Clouds</mark> over the <mark>cloud</mark>")]
    [InlineData("running", "It runs, ran and is running", "It <mark>runs</mark>, ran and is <mark>running</mark>")]
    [InlineData("azure sql", "Azure SQL and Azure", "<mark>Azure</mark> <mark>SQL</mark> and <mark>Azure</mark>")]
    [InlineData("cafe", "A café, a cafe and CAFÉS", "A <mark>café</mark>, a <mark>cafe</mark> and <mark>CAFÉS</mark>")]
    [InlineData("cafe\u0301", "A café, a cafe\u0301", "A café, a <mark>cafe\u0301</mark>")]
    [InlineData("naïve", "naive", "<mark>naive</mark>")]
    [InlineData("nasa", "NASA's rocket, NASA\u2019s", "<mark>NASA&#39;s</mark> rocket, <mark>NASA\u2019s</mark>")]
    [InlineData("nothing", "Something else", null)]

    // Stop words, only when there is nothing else.
    [InlineData("the cloud", "The cloud", "The <mark>cloud</mark>")]
    [InlineData("the who", "The Who and the others", "The <mark>Who</mark> and the others")]
    [InlineData("to be or not", "To be or not to be", "<mark>To</mark> <mark>be</mark> <mark>or</mark> <mark>not</mark> <mark>to</mark> <mark>be</mark>")]
    [InlineData("the", "The theatre", "<mark>The</mark> theatre")]

    // Listed names.
    [InlineData("c#", "C# and C++ and C", "<mark>C#</mark> and C++ and C")]
    [InlineData("c++", "C#, C++11", "C#, <mark>C++</mark>11")]
    [InlineData(".net", "ASP.NET on .NET 5", "ASP.NET on <mark>.NET</mark> 5")]
    [InlineData("az-500", "Exam AZ-500 today", "Exam <mark>AZ-500</mark> today")]
    [InlineData("wifi", "Wi-Fi, wifi", "<mark>Wi-Fi</mark>, <mark>wifi</mark>")]
    [InlineData("state-of-the-art", "State-of-the-art art", "<mark>State</mark>-of-the-<mark>art</mark> <mark>art</mark>")]
    [InlineData("sd-wan", "An SD-WAN, an SD card", "An <mark>SD-WAN</mark>, an <mark>SD</mark> card")]

    // Phrases, where they stand.
    [InlineData("\"azure sql\"", "Azure SQL, sql azure, azure", "<mark>Azure SQL</mark>, sql azure, azure")]
    [InlineData("\"state of the art\"", "The state of the art of state", "The <mark>state of the art</mark> of state")]
    [InlineData("\"a b a b\"", "a b a b a b", "<mark>a b a b a b</mark>")]
    [InlineData("\"azure sql\"", "Azures SQL", null)]
    [InlineData("\"azure sql\" azure", "Azure SQL on Azure", "<mark>Azure SQL</mark> on <mark>Azure</mark>")]
    [InlineData("title:\"azure clouds\"", "Azure cloud, azure", "<mark>Azure cloud</mark>, azure")]
    [InlineData("\"cloud\"", "Clouds and cloud", "Clouds and <mark>cloud</mark>")]

    // Beginnings, spellings.
    [InlineData("clo*", "Clouds close enclosed clo", "<mark>Clouds</mark> <mark>close</mark> enclosed <mark>clo</mark>")]
    [InlineData("stor*", "stör store", "<mark>stör</mark> <mark>store</mark>")]
    [InlineData("storaeg~", "storage", "<mark>storage</mark>")]

    // What is asked for beside words.
    [InlineData("cloud -azure", "Azure cloud", "Azure <mark>cloud</mark>")]
    [InlineData("cloud NOT (azure OR sql)", "Azure SQL cloud", "Azure SQL <mark>cloud</mark>")]
    [InlineData("+cloud site:azure.com topic:sql", "Azure SQL cloud", "Azure SQL <mark>cloud</mark>")]
    [InlineData("(cloud OR storage) AND sql", "cloud storage, SQL", "<mark>cloud</mark> <mark>storage</mark>, <mark>SQL</mark>")]
    [InlineData("excerpt:cloud", "cloud", null)]
    [InlineData("title:cloud", "cloud", "<mark>cloud</mark>")]
    [InlineData("topic:cloud", "cloud", null)]
    [InlineData("", "cloud", null)]
    [InlineData("re:invent", "AWS re:Invent invents", "AWS <mark>re:Invent</mark> <mark>invents</mark>")]

    // Text is text.
    [InlineData("b", "<b>\"B\" & 'c'</b>", "&lt;<mark>b</mark>&gt;&quot;<mark>B</mark>&quot; &amp; &#39;c&#39;&lt;/<mark>b</mark>&gt;")]
    [InlineData("mark", "<mark>mark</mark> &lt;mark&gt;", "&lt;<mark>mark</mark>&gt;<mark>mark</mark>&lt;/<mark>mark</mark>&gt; &amp;lt;<mark>mark</mark>&amp;gt;")]
    [InlineData("rocket", "\U0001F680rocket\U0001F680", "\U0001F680<mark>rocket</mark>\U0001F680")]
    [InlineData("\U0001F680", "go \U0001F680!", "go <mark>\U0001F680</mark>!")]
    [InlineData("云计算", "微软云计算平台", "微软<mark>云计算</mark>平台")]
    [InlineData("שלום", "הוא אמר שלום לכולם", "הוא אמר <mark>שלום</mark> לכולם")]
    public void Highlight_Title_MarksWhatMatches(string query, string title, string? expected)
    {
        using TestIndex index = TestIndex.Of(SomeArticles.Titled("one", title), SomeArticles.Titled("two", "storage cloud azure"));

        Highlighted.By(index, query, title, "").Title.ShouldBe(expected is null ? [] : [expected]);
    }

    [Theory]
    [InlineData("title:cloud storage", new[] { "<mark>Cloud</mark> <mark>storage</mark>" }, new[] { "Cloud <mark>storage</mark>" })]
    [InlineData("excerpt:cloud", new string[0], new[] { "<mark>Cloud</mark> storage" })]
    [InlineData("excerpt:\"cloud storage\"", new string[0], new[] { "<mark>Cloud storage</mark>" })]
    [InlineData("title:(cloud storage)", new[] { "<mark>Cloud</mark> <mark>storage</mark>" }, new string[0])]
    public void Highlight_NamedField_IsMarkedThereOnly(string query, string[] title, string[] excerpt)
    {
        using TestIndex index = TestIndex.Of(SomeArticles.Titled("one", "Cloud storage", "Cloud storage"));
        foreach (string profile in new[] { "balanced", "classic" })
        {
            Highlights highlights = Highlighted.By(index, new SearchRequest { Query = query, Profile = profile }, "Cloud storage", "Cloud storage");

            highlights.Title.ShouldBe(title);
            highlights.Excerpt.ShouldBe(excerpt);
        }
    }

    [Fact]
    public void Search_MistypedWord_MarksTheCorrection()
    {
        using TestIndex index = TestIndex.Of(SomeArticles.Titled("one", "Cloud storage for all"));

        index.Search("clod storrage").Hits.ShouldHaveSingleItem().Highlights!.Title.ShouldBe(["Cloud <mark>storage</mark> for all"]);
    }

    [Fact]
    public void Search_RelaxedToAnyWord_MarksAllThatAreThere()
    {
        using TestIndex index = TestIndex.Of(SomeArticles.Titled("one", "Copper bridge"), SomeArticles.Titled("two", "Copper desert bridge"));
        SearchResponse response = index.Search("copper bridge violin");

        response.Meta.Relaxed.ShouldBeTrue();
        response.Hits.Select(hit => hit.Highlights!.Title[0]).Order(StringComparer.Ordinal).ShouldBe(["<mark>Copper</mark> <mark>bridge</mark>", "<mark>Copper</mark> desert <mark>bridge</mark>"]);
    }

    [Fact]
    public async Task Search_Synonyms_MarksWordsAndPhrasesOfTheSameMeaning()
    {
        using TestIndex index = TestIndex.Of(SomeArticles.Titled("one", "Azure Active Directory and Azure"), SomeArticles.Titled("two", "Your AAD", "AAD active"));
        await File.WriteAllTextAsync(Path.Combine(index.Store.Root, "synonyms.txt"), "aad, azure active directory", TestContext.Current.CancellationToken);
        SearchResponse response = await new EmbeddedBackend(index.Store, index.Clock).SearchAsync(new SearchRequest { Query = "aad" }, TestContext.Current.CancellationToken);

        response.Hits.Single(hit => hit.Id == "one").Highlights!.Title.ShouldBe(["<mark>Azure Active Directory</mark> and Azure"]);
        response.Hits.Single(hit => hit.Id == "two").Highlights!.Title.ShouldBe(["Your <mark>AAD</mark>"]);
        response.Hits.Single(hit => hit.Id == "two").Highlights!.Excerpt.ShouldBe(["<mark>AAD</mark> active"]);
    }

    [Fact]
    public void Search_EachMode_ShowsTheSameMatches()
    {
        using TestIndex index = TestIndex.Of(SomeArticles.Titled("one", "A <b>cloud</b>", "Nothing here"));
        SearchHit Hit(HighlightMode mode) => index.Search(new SearchRequest { Query = "cloud", Highlight = mode }).Hits.ShouldHaveSingleItem();

        Hit(HighlightMode.None).Highlights.ShouldBeNull();
        Hit(HighlightMode.Tags).Title.ShouldBe("A <b>cloud</b>");
        Hit(HighlightMode.Tags).Highlights!.Title.ShouldBe(["A &lt;b&gt;<mark>cloud</mark>&lt;/b&gt;"]);
        Hit(HighlightMode.Tags).Highlights!.Excerpt.ShouldBeEmpty();
        Hit(HighlightMode.Tags).Highlights!.Offsets.ShouldBeNull();
        Hit(HighlightMode.Offsets).Highlights!.Offsets!.Title.ShouldBe([new HighlightSpan(5, 10)]);
        Hit(HighlightMode.Offsets).Highlights!.Offsets!.Excerpt.ShouldBeEmpty();
    }

    [Fact]
    public void Search_WithoutQuery_MarksNothing()
    {
        using TestIndex index = TestIndex.Of(SomeArticles.Titled("one", "A cloud", "And an excerpt"));
        Highlights highlights = index.Search("").Hits.ShouldHaveSingleItem().Highlights!;

        highlights.Title.ShouldBeEmpty();
        highlights.Excerpt.ShouldBeEmpty();
    }
}
