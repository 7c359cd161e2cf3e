using SearchNews.Articles;
using SearchNews.Search.Indexing;

namespace SearchNews.Search.Tests.Stories;

/// <summary>Stories by the words of the rule: every article is compared with the first one of every story, stem by stem.</summary>
internal sealed class NaiveStories
{
    private readonly Dictionary<string, int> _docFreqs = new(StringComparer.Ordinal);
    private readonly int _docCount;

    /// <summary>Counts the stems of the articles that the idf table is made of.</summary>
    public NaiveStories(IReadOnlyCollection<Article> counted)
    {
        _docCount = counted.Count;
        foreach (Article article in counted)
        {
            foreach (string stem in Stems(article.Title).Concat(Stems(article.Excerpt)).Distinct(StringComparer.Ordinal)) _docFreqs[stem] = _docFreqs.GetValueOrDefault(stem) + 1;
        }
    }

    /// <summary>The stories of two articles or more: the first one's id, then the others in ordinal order, all in one line.</summary>
    public string[] Group(IEnumerable<Article> articles)
    {
        var stories = new List<List<Article>>();
        foreach (Article article in articles.Where(a => a.PublishedAt is not null).OrderBy(a => a.PublishedAt).ThenBy(a => a.Id, StringComparer.Ordinal))
        {
            string[] title = Stems(article.Title);
            List<Article>? home = stories.Find(s => s.Count < 50 && Days(s, article) <= 5 && title.Length > 0 && Stems(s[0].Title).SequenceEqual(title, StringComparer.Ordinal));
            if (home is null)
            {
                double best = 0;
                foreach (List<Article> story in stories.Where(s => s.Count < 50 && Days(s, article) <= 3))
                {
                    double likeness = Likeness(story[0], article);
                    if (likeness < 0.5 || likeness <= best) continue;
                    best = likeness;
                    home = story;
                }
            }

            if (home is null) stories.Add([article]);
            else home.Add(article);
        }

        return [.. stories.Where(s => s.Count > 1).Select(s => string.Join(' ', s.Skip(1).Select(a => a.Id).Order(StringComparer.Ordinal).Prepend(s[0].Id))).Order(StringComparer.Ordinal)];
    }

    private static double Days(List<Article> story, Article article) => (article.PublishedAt!.Value - story[0].PublishedAt!.Value).TotalDays;

    private double Likeness(Article left, Article right)
    {
        Dictionary<string, double> a = Weigh(left);
        Dictionary<string, double> b = Weigh(right);
        double dot = a.Sum(w => w.Value * b.GetValueOrDefault(w.Key));
        return dot == 0 ? 0 : dot / Math.Sqrt(a.Values.Sum(w => w * w) * b.Values.Sum(w => w * w));
    }

    private Dictionary<string, double> Weigh(Article article)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (string stem in Stems(article.Title)) weights[stem] = 2 * Idf(stem);
        foreach (string stem in Stems(article.Excerpt).Distinct(StringComparer.Ordinal)) weights[stem] = weights.GetValueOrDefault(stem) + Idf(stem);
        return weights;
    }

    private double Idf(string stem)
    {
        int docFreq = Math.Max(1, _docFreqs.GetValueOrDefault(stem));
        return Math.Log(1 + ((Math.Max(_docCount, docFreq) - docFreq + 0.5) / (docFreq + 0.5)));
    }

    private static string[] Stems(string text) => [.. ArticleSchema.News.Analyze(text).Select(t => t.Term)];
}
