using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using SearchNews.Api.Security;

namespace SearchNews.Api.OpenApi;

/// <summary>Says of admin routes that they want the key, and how it is sent. Without a key there are no such routes and nothing is said.</summary>
internal static class AdminSecurity
{
    private const string SchemeName = "adminKey";

    public static Task DeclareAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context)
    {
        bool hasAdmin = context.DescriptionGroups.SelectMany(g => g.Items).Any(d => d.ActionDescriptor.EndpointMetadata.OfType<AdminRoute>().Any());
        if (!hasAdmin) return Task.CompletedTask;
        var scheme = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The value of SEARCHNEWS_ADMIN_KEY." };
        document.AddComponent<IOpenApiSecurityScheme>(SchemeName, scheme);
        return Task.CompletedTask;
    }

    public static Task RequireAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<AdminRoute>().Any()) return Task.CompletedTask;
        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(SchemeName, context.Document)] = [] }];
        return Task.CompletedTask;
    }
}
