namespace SearchNews.Api.Endpoints;

/// <summary>What there is to ask, for people who arrive here with a client that takes no pages.</summary>
internal static class IndexText
{
    public const string Routes =
        """
        SearchNews

        GET /v1/search?q=azure+sql             ranked search
        GET /v1/search?since=7d&sort=newest    the news of a week
        GET /v1/search.rss?q=azure+sql         the same as a feed, newest first: RSS 2.0
        GET /v1/search.atom?q=azure+sql        as Atom
        GET /v1/search.json?q=azure+sql        as JSON Feed
        GET /v1/articles/{id}                  one article; write a '/' of an id as %2F
        GET /v1/articles/{id}/similar?size=5   similar articles
        POST /v1/similar                       similar articles for a draft: {"title":"...","excerpt":"..."}
        GET /v1/articles/{id}/story            all articles of its story
        GET /v1/stories?since=7d               what is told most, with all that tell it
        GET /v1/facets/{field}                 values of provider, topic, type, category or month with counts
        GET /v1/suggest?q=azu                  how what is being typed may go on
        GET /v1/suggest.opensearch?q=azu       the same as browsers read it: OpenSearch Suggestions
        GET /v1/explain?q=azure+sql&id={id}    why an article has its score
        GET /v1/info                           what is being served
        GET /healthz                           is the process up?
        GET /readyz                            can it answer queries?
        GET /metrics                           counters and histograms for Prometheus
        GET /opensearch.xml                    how browsers search here: an OpenSearch description
        GET /openapi/v1.json                   every route and parameter, OpenAPI 3.1
        GET /docs                              the same to read and to try

        """;
}
