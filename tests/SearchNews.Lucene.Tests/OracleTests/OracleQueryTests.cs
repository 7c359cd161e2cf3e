namespace SearchNews.Lucene.Tests.OracleTests;

/// <summary>Each form of query means in Lucene what its name says. The made-up news: 200 articles, ids 2021-08/article-0 to -199, one without quality.</summary>
public sealed class OracleQueryTests
{
    [Theory]
    [InlineData("""{"matchAll":{}}""", 200)]
    [InlineData("""{"matchNone":{}}""", 0)]
    [InlineData("""{"term":{"field":"id","text":"2021-08/article-7"}}""", 1)]
    [InlineData("""{"term":{"field":"id","bytes":"2021-08/article-\\37"}}""", 1)]
    [InlineData("""{"termSet":{"field":"id","texts":["2021-08/article-7","2021-08/article-8","none"]}}""", 2)]
    [InlineData("""{"prefix":{"field":"id","text":"2021-08/article-19"}}""", 11)]
    [InlineData("""{"wildcard":{"field":"id","text":"*-1?"}}""", 10)]
    [InlineData("""{"fuzzy":{"field":"id","text":"2021-08/article-7","maxEdits":1,"maxExpansions":1000}}""", 28)]
    [InlineData("""{"termRange":{"field":"id","lower":"2021-08/article-3","upper":"2021-08/article-4","includeUpper":false}}""", 11)]
    [InlineData("""{"docValuesRange":{"field":"publishedAt","lower":0}}""", 200)]
    [InlineData("""{"hasDocValue":{"field":"publishedAt"}}""", 200)]
    [InlineData("""{"hasNorm":{"field":"text"}}""", 200)]
    [InlineData("""{"constantScore":{"query":{"prefix":{"field":"id","text":"2021-08/article-19"}}}}""", 11)]
    [InlineData("""{"boost":{"query":{"term":{"field":"type","text":"article"}},"by":2.5}}""", 200)]
    [InlineData("""{"disMax":{"queries":[{"term":{"field":"id","text":"2021-08/article-7"}},{"term":{"field":"id","text":"2021-08/article-8"}}],"tie":0.1}}""", 2)]
    [InlineData("""{"bool":{"must":[{"prefix":{"field":"id","text":"2021-08/article-1"}}],"mustNot":[{"term":{"field":"id","text":"2021-08/article-1"}}],"filter":[{"wildcard":{"field":"id","text":"*1"}}]}}""", 11)]
    [InlineData("""{"bool":{"should":[{"prefix":{"field":"id","text":"2021-08/article-1"}},{"wildcard":{"field":"id","text":"*7"}}],"minShouldMatch":2}}""", 11)]
    [InlineData("""{"feature":{"field":"features","name":"quality","function":"saturation"}}""", 199)]
    [InlineData("""{"classic":{"text":"id:2021\\-08\\/article\\-7 id:2021\\-08\\/article\\-8","field":"text","analyzer":"news","analyzers":{"id":"keyword"}}}""", 2)]
    [InlineData("""{"classic":{"text":"+type:article +id:*\\-19*","field":"text","analyzer":"keyword","leadingWildcard":true}}""", 11)]
    public void RunQueries_EachForm_MatchesAsNamed(string query, int total)
    {
        OracleResult result = Oracle.RunQueries(Oracle.SharedIndex("news"), $$"""{"query":{{query}},"explain":true,"top":3}""").Single();

        result.Error.ShouldBeNull();
        result.Exact.ShouldBeTrue();
        result.Total.ShouldBe(total);
        result.Hits.Count.ShouldBe(Math.Min(total, 3));
        result.Hits.ShouldAllBe(hit => hit.Explained == hit.Score && hit.Id.StartsWith("2021-08/article-"));
    }

    [Fact]
    public void RunQueries_SettingsAndNames_AreKept()
    {
        const string Phrase = """{"phrase":{"field":"words","terms":["azure","cloud"],"positions":[0,2],"slop":1}}""";

        IReadOnlyList<OracleResult> results = Oracle.RunQueries(
            Oracle.SharedIndex("news"),
            """{"settings":{"top":1,"show":true}}""",
            $$"""{"name":"not short","query":{{Phrase}}}""",
            $$"""{"query":{{Phrase}},"b":0,"top":2}""",
            """{"name":"broken","query":{"classic":{"text":"azure AND","field":"words"}}}""");

        results.Select(r => r.Name).ShouldBe(["not short", "3", "broken"]);
        results[0].Parsed.ShouldBe("words:\"azure ? cloud\"~1");
        results[0].Hits.Count.ShouldBe(1);
        results[1].Hits.Count.ShouldBe(2);
        results[1].Hits[0].Score.ShouldNotBe(results[0].Hits[0].Score);
        results[2].Error.ShouldNotBeNull().ShouldStartWith("Cannot parse 'azure AND'");
    }

    [Fact]
    public void RunQueries_MoreLikeThis_PopsTheRarestTermLast()
    {
        OracleResult result = Oracle.RunQueries(
            Oracle.SharedIndex("news"),
            """{"query":{"moreLikeThis":{"like":{"words":["azure cloud azure cloud"]},"analyzer":"words","boost":true}},"show":true}""").Single();

        result.Parsed.ShouldNotBeNull().ShouldStartWith("(words:azure)^1.0 (words:cloud)^1.");
    }

    [Fact]
    public void MergeIndex_DeleteAndAdd_LeavesOneSoundSegment()
    {
        using TempFolder folder = new();
        Oracle.WriteIndex("multi", folder.Path);

        Oracle.MergeIndex(folder.Path, "delete=keyword:cloud", "add=new:body:hello azure");

        Oracle.CheckIndex(folder.Path);
        Oracle.DumpIndex(folder.Path, "segment").Split('\n').Count(line => line.StartsWith("segment ", StringComparison.Ordinal)).ShouldBe(1);
        IReadOnlyList<OracleResult> results = Oracle.RunQueries(
            folder.Path,
            """{"query":{"term":{"field":"keyword","text":"cloud"}}}""",
            """{"query":{"phrase":{"field":"body","terms":["hello","azure"]}}}""");
        results[0].Total.ShouldBe(0);
        results[1].Hits.Single().Id.ShouldBe("new");
    }
}
