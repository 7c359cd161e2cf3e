using SearchNews.Api.Pages.Markup;
using SearchNews.Api.Pages.Parts;
using SearchNews.Search.Responses;

namespace SearchNews.Api.Pages.Search;

/// <summary>One hit: headline, snippet, image, topics, and links to its story, to similar articles and to why it is here.</summary>
/// <param name="query">The search.</param>
/// <param name="hit">The hit.</param>
/// <param name="number">Its place on the page, from 1; makes the ids of its parts.</param>
internal sealed class HitCard(PageQuery query, SearchHit hit, int number) : IHtml
{
    private const int MaxTopics = 4;

    public void WriteTo(HtmlWriter html) => html.Write($"""
        <li class="hit" id="hit-{number}" data-id="{hit.Id}">
        <article aria-labelledby="hit-{number}-title">
        <div class="hit-main">
        {new Byline(hit)}<h2 id="hit-{number}-title" dir="auto">{new Headline(hit, hit.Highlights?.Title)}</h2>
        {Snippet}{Topics}<p class="actions">{Actions}</p>
        </div>
        {new Thumbnail(hit)}<div class="panel" id="hit-{number}-panel" hidden></div>
        </article>
        </li>

        """);

    private IHtml? Snippet
    {
        get
        {
            if (hit.Highlights?.Excerpt is { Count: > 0 } passages) return new Excerpt(new Marked(string.Join(" … ", passages)));
            return string.IsNullOrWhiteSpace(hit.Excerpt) ? null : new Excerpt(new PlainText(hit.Excerpt));
        }
    }

    private TopicLinks? Topics => hit.Topics.Count == 0 ? null : new TopicLinks(query, hit.Topics.Take(MaxTopics));

    private IEnumerable<IHtml> Actions
    {
        get
        {
            if (hit.Story is { Size: > 1 } story) yield return new PartLink("story", PageQuery.Empty.With("id", hit.Id).Url("/story"), $"{PageFormats.Count(story.Size)} articles in this story", number);
            yield return new PartLink("similar", PageQuery.Empty.With("id", hit.Id).Url("/similar"), "Similar", number);
            if (query.Text("q") is not null) yield return new PartLink("why", query.WithoutPaging().With("id", hit.Id).Url("/why"), "Why is this here?", number);
        }
    }
}
