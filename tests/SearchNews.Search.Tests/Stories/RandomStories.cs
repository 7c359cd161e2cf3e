using SearchNews.Articles;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Tests.Stories;

/// <summary>Stories put together at random, so that tests of what is done with them need no likeness.</summary>
internal static class RandomStories
{
    /// <summary>About half of the articles in stories of two to a few.</summary>
    public static StoryGroups Draw(Random random, IReadOnlyList<Article> articles)
    {
        var groups = new StoryGroups();
        string[] ids = [.. articles.Select(a => a.Id)];
        random.Shuffle(ids);
        for (int i = 0; i < ids.Length / 2;)
        {
            int size = Math.Min(random.Next(2, random.Next(4) == 0 ? 50 : 6), (ids.Length / 2) - i);
            for (int j = 1; j < size; j++) groups.Set(ids[i + j], ids[i]);
            i += size;
        }

        return groups;
    }
}
