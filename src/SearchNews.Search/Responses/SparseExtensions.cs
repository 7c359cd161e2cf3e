namespace SearchNews.Search.Responses;

/// <summary>Answers with the members that were asked for.</summary>
public static class SparseExtensions
{
    /// <summary>The same answer; of its hits only these members are written.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="fields">The members; null for all.</param>
    public static SearchResponse Only(this SearchResponse response, FieldSelection? fields)
    {
        ArgumentNullException.ThrowIfNull(response);
        return fields is null ? response : response with { Hits = [.. response.Hits.Select(hit => hit.Only(fields))] };
    }

    /// <summary>The same article; only these members are written.</summary>
    /// <param name="article">The article.</param>
    /// <param name="fields">The members; null for all.</param>
    public static T Only<T>(this T article, FieldSelection? fields)
        where T : ArticleResponse
    {
        ArgumentNullException.ThrowIfNull(article);
        if (fields is null) return article;

        // A copy is of the type of what is copied.
        ArticleResponse whole = article;
        return (T)(whole with
        {
            Selection = fields,
            Provider = whole.Provider is { } provider ? provider with { Selection = fields.PartsOf("provider") } : null,
            Image = whole.Image is { } image ? image with { Selection = fields.PartsOf("image") } : null,
            Story = whole.Story is { } story ? story with { Selection = fields.PartsOf("story") } : null,
        });
    }
}
