using SearchNews.Search.Evaluation;

namespace SearchNews.Search.Tests.Evaluation;

public sealed class RelatedListsTests
{
    [Fact]
    public void Read_Folder_TakesNeighboursOfTheWeekByTheirAddress()
    {
        using var folder = new TempFolder();
        Write(folder, "a", "2024-01-01T00:00:00Z", "b", "far", "elsewhere", "a");
        Write(folder, "b", "2024-01-07T00:00:00Z", "a", "a");
        Write(folder, "far", "2024-03-01T00:00:00Z", "a");

        JudgedSet set = RelatedLists.Read(folder.Path, TestContext.Current.CancellationToken);

        set.Queries.Select(query => $"{query.Text}: {string.Join(' ', query.Grades.Keys)}").ShouldBe(["a: b", "b: a"]);
    }

    private static void Write(TempFolder folder, string id, string published, params string[] related) => folder.WriteFile($"{id}.md", $"""
        ---
        title: Title of {id}
        publishedDateTime: {published}
        webUrl: https://example.org/{id}
        related:
        {string.Join('\n', related.Select(other => $"- title: {other}\n  webUrl: https://example.org/{other}"))}
        ---

        """);
}
